namespace Paperspace.Client;

/// <summary>Defines how long readings may lag behind an accepted action, with a margin.</summary>
internal static class Lag
{
    /// <summary>The state of a machine; 2 to 9 s have been observed on V1.</summary>
    public static readonly TimeSpan State = TimeSpan.FromSeconds(15);

    /// <summary>The events of a machine. One that has not appeared by then is lost.</summary>
    public static readonly TimeSpan Events = TimeSpan.FromSeconds(30);

    /// <summary>A restart whose event is lost: it ends in the state in which it began.</summary>
    public static readonly TimeSpan Restart = TimeSpan.FromMinutes(2);

    /// <summary>A new machine, in lists and when read directly.</summary>
    public static readonly TimeSpan Existence = TimeSpan.FromSeconds(15);
}
