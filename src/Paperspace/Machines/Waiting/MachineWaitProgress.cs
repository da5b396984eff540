namespace Paperspace;

/// <summary>Describes the progress of a wait.</summary>
public sealed class MachineWaitProgress
{
    /// <summary>Gets the number of operations that were ever added.</summary>
    public int Total { get; init; }

    /// <summary>Gets the number of operations that ended, successfully or not.</summary>
    public int Ended { get; init; }

    /// <summary>Gets the duration of the wait so far.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets the number of open operations by the state of their machines.</summary>
    public IReadOnlyDictionary<string, int> States { get; init; } = new Dictionary<string, int>();

    /// <summary>Gets why the last poll failed; null if it did not.</summary>
    public string? LastFailure { get; init; }
}
