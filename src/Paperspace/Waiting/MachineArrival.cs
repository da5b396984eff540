namespace Paperspace;

/// <summary>How the wait for one machine ended.</summary>
public sealed class MachineArrival
{
    /// <summary>Makes an end.</summary>
    /// <param name="expectation">What was waited for.</param>
    /// <param name="machine">The machine, when it arrived; for one to be gone, as last seen.</param>
    /// <param name="error">Why it will not arrive; null when it did.</param>
    public MachineArrival(MachineExpectation expectation, Machine? machine, PaperspaceException? error)
    {
        Expectation = expectation;
        Machine = machine;
        Error = error;
    }

    /// <summary>What was waited for.</summary>
    public MachineExpectation Expectation { get; }

    /// <summary>The machine with its events, when it arrived; for one to be gone, as last seen, which may be null.</summary>
    public Machine? Machine { get; }

    /// <summary>Why it will not arrive; null when it did.</summary>
    public PaperspaceException? Error { get; }
}
