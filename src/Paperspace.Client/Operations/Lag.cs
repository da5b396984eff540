namespace Paperspace.Client;

/// <summary>Holds how long readings may be older than what an API accepted, with a margin.</summary>
internal static class Lag
{
    /// <summary>The state of a machine: 2 to 9 s were seen on V1.</summary>
    public static readonly TimeSpan State = TimeSpan.FromSeconds(15);

    /// <summary>The events of a machine: one that does not appear within this time is lost.</summary>
    public static readonly TimeSpan Events = TimeSpan.FromSeconds(30);

    /// <summary>The beginning of a restart whose event is lost, since it ends in the state in which it began.</summary>
    public static readonly TimeSpan Restart = TimeSpan.FromMinutes(2);

    /// <summary>The existence of a new machine, in lists and by itself.</summary>
    public static readonly TimeSpan Existence = TimeSpan.FromSeconds(15);
}
