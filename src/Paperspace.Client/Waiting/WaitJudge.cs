namespace Paperspace.Client.Waiting;

/// <summary>Tells from a machine's state and events whether a wait for it is over.</summary>
internal static class WaitJudge
{
    /// <summary>How the wait ended; null while it goes on.</summary>
    /// <param name="expectation">What is waited for.</param>
    /// <param name="machine">The machine with its events, as just read.</param>
    public static MachineArrival? Judge(MachineExpectation expectation, Machine machine)
    {
        var evidence = new WaitEvidence(expectation, machine);
        // Being destroyed comes first, since it cancels whatever else was under way.
        if (expectation.State is not null && evidence.IsBeingDestroyed) return WaitEnd.BeingDestroyed(expectation, machine);
        if (evidence.Failure is { } failure) return WaitEnd.Failed(expectation, machine, failure);
        return evidence.IsArrival ? WaitEnd.Arrived(expectation, machine) : null;
    }
}
