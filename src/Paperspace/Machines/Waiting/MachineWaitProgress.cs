namespace Paperspace;

/// <summary>Describes the progress of a wait.</summary>
public sealed class MachineWaitProgress
{
    /// <summary>Gets the total number of operations.</summary>
    public int Total { get; init; }

    /// <summary>Gets the number of operations that ended, successfully or not.</summary>
    public int Ended { get; init; }

    /// <summary>Gets the duration of the wait so far.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Gets the number of operations in progress, by machine state.</summary>
    public IReadOnlyDictionary<string, int> States { get; init; } = new Dictionary<string, int>();

    /// <summary>Gets the error of the last poll; null if it succeeded.</summary>
    public string? LastFailure { get; init; }
}
