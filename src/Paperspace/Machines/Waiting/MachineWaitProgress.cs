namespace Paperspace;

/// <summary>Tells how far a wait is.</summary>
public sealed class MachineWaitProgress
{
    /// <summary>Gets how many machines are waited for, all in all.</summary>
    public int Total { get; init; }

    /// <summary>Gets how many have arrived or failed.</summary>
    public int Ended { get; init; }

    /// <summary>Gets how long the wait has taken.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets how many of the rest are in which state.</summary>
    public IReadOnlyDictionary<string, int> States { get; init; } = new Dictionary<string, int>();

    /// <summary>Gets why the last poll failed; null when it did not.</summary>
    public string? LastFailure { get; init; }
}
