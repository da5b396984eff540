namespace Paperspace.Client.Waiting;

/// <summary>The ends that a wait for a machine can have, and how they are told.</summary>
internal static class WaitEnd
{
    /// <summary>The machine is where it was expected to be.</summary>
    public static MachineArrival Arrived(MachineExpectation expectation, Machine machine) => new(expectation, machine, null);

    /// <summary>The machine is not there any more, or never was.</summary>
    /// <param name="expectation">What was waited for.</param>
    /// <param name="sighting">How it was last seen; null when it never was.</param>
    /// <param name="notFound">What the API said.</param>
    public static MachineArrival Gone(MachineExpectation expectation, Sighting? sighting, PaperspaceException notFound)
    {
        if (expectation.State is null) return new MachineArrival(expectation, sighting?.Machine, null);
        if (sighting is null) return new MachineArrival(expectation, null, notFound);
        return Error(
            expectation,
            PaperspaceErrorReason.MachineVanished,
            $"Machine {Name(sighting.Machine)} does not exist any more; it was waited for to be '{expectation.State}'; {sighting}.",
            sighting.Machine,
            inner: notFound);
    }

    /// <summary>The machine is about to be gone.</summary>
    public static MachineArrival BeingDestroyed(MachineExpectation expectation, Machine machine) => Error(
        expectation,
        PaperspaceErrorReason.MachineVanished,
        $"Machine {Name(machine)} is being destroyed; it was waited for to be '{expectation.State}'.",
        machine);

    /// <summary>What was to bring the machine there failed.</summary>
    public static MachineArrival Failed(MachineExpectation expectation, Machine machine, MachineEvent failure)
    {
        var cancelled = MachineStates.Is(failure.State, MachineEventStates.Cancelled);
        var message = string.IsNullOrWhiteSpace(failure.ErrorMsg) ? null : DisplayText.Plain(failure.ErrorMsg!.Trim());
        var reason = cancelled ? PaperspaceErrorReason.MachineActionCancelled
            : message?.IndexOf("capacity", StringComparison.OrdinalIgnoreCase) >= 0 ? PaperspaceErrorReason.InsufficientCapacity
            : PaperspaceErrorReason.MachineActionFailed;
        var outcome = cancelled ? "was cancelled" : "failed";
        var why = message is null ? "." : $": {message}";
        return Error(expectation, reason, $"The {DisplayText.Plain(failure.Name)} of machine {Name(machine)} {outcome}{why}", machine, message);
    }

    /// <summary>The time limit came first.</summary>
    /// <param name="expectation">What was waited for.</param>
    /// <param name="sighting">How the machine was last seen; null when it never was.</param>
    /// <param name="timeout">The time limit.</param>
    /// <param name="lastFailure">Why the last poll failed; null when it did not.</param>
    public static MachineArrival TimedOut(MachineExpectation expectation, Sighting? sighting, TimeSpan timeout, string? lastFailure)
    {
        var name = sighting is null ? DisplayText.Plain(expectation.MachineId) : Name(sighting.Machine);
        var goal = expectation.State is null ? "was not gone" : $"did not become '{expectation.State}'";
        var seen = sighting is null ? "" : $"; {sighting}";
        var trouble = lastFailure is null ? "" : $" The last poll failed: {lastFailure}";
        return Error(expectation, PaperspaceErrorReason.WaitTimeout, $"Machine {name} {goal} within {timeout:g}{seen}.{trouble}", sighting?.Machine);
    }

    private static MachineArrival Error(
        MachineExpectation expectation,
        PaperspaceErrorReason reason,
        string message,
        Machine? machine,
        string? apiMessage = null,
        PaperspaceException? inner = null) =>
        new(expectation, null, new PaperspaceException(reason, message, inner) { ApiMessage = apiMessage ?? inner?.ApiMessage, Machine = machine });

    private static string Name(Machine machine) =>
        string.IsNullOrEmpty(machine.Name) ? machine.Id : $"{machine.Id} ({DisplayText.Plain(machine.Name)})";
}
