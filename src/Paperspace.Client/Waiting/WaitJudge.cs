namespace Paperspace.Client.Waiting;

/// <summary>Tells from a machine's state and events whether a wait for it is over.</summary>
internal static class WaitJudge
{
    /// <summary>How the wait ended; null while it goes on.</summary>
    /// <param name="awaited">What is waited for.</param>
    /// <param name="machine">The machine with its events, as just read.</param>
    /// <param name="now">The time.</param>
    public static MachineArrival? Judge(AwaitedMachine awaited, Machine machine, DateTimeOffset now)
    {
        var expectation = awaited.Expectation;
        var events = machine.Events ?? [];
        var news = expectation.Baseline is { } baseline ? events.Where(baseline.Precedes).ToArray() : events;
        var satisfied = expectation.State is { } wanted && MachineStates.Satisfies(machine.State, wanted);

        if (FindFailure(expectation, news, satisfied) is { } failure) return Failed(expectation, machine, failure);
        if (expectation.State is null) return null;
        if (events.Any(MachineTransitions.IsDestruction)) return BeingDestroyed(expectation, machine);
        if (!satisfied || events.Any(MachineTransitions.IsPending)) return null;
        return ActionIsOver(awaited, news, now) ? new MachineArrival(expectation, machine, null) : null;
    }

    /// <summary>The machine is not there any more.</summary>
    public static MachineArrival Gone(AwaitedMachine awaited)
    {
        var expectation = awaited.Expectation;
        if (expectation.State is null) return new MachineArrival(expectation, awaited.Seen, null);
        return new MachineArrival(expectation, null, new PaperspaceException(
            PaperspaceErrorReason.MachineVanished,
            $"Machine {Name(expectation, awaited.Seen)} does not exist any more; it was waited for to be '{expectation.State}'{LastSeen(awaited)}.")
        {
            Machine = awaited.Seen,
        });
    }

    /// <summary>The time limit has come.</summary>
    public static MachineArrival TimedOut(AwaitedMachine awaited, TimeSpan timeout, string? lastFailure)
    {
        var expectation = awaited.Expectation;
        var goal = expectation.State is null ? "was not gone" : $"did not become '{expectation.State}'";
        var trouble = lastFailure is null ? "" : $" The last poll failed: {lastFailure}";
        return new MachineArrival(expectation, null, new PaperspaceException(
            PaperspaceErrorReason.WaitTimeout,
            $"Machine {Name(expectation, awaited.Seen)} {goal} within {timeout:g}{LastSeen(awaited)}.{trouble}")
        {
            Machine = awaited.Seen,
        });
    }

    private static MachineEvent? FindFailure(MachineExpectation expectation, IReadOnlyList<MachineEvent> news, bool satisfied)
    {
        var transitions = news.Where(MachineTransitions.IsTransition).ToArray();
        if (expectation.Baseline is not null) return transitions.FirstOrDefault(item => MachineEventStates.IsFailure(item.State));
        // Without an action of its own, only the newest transition tells where the machine is going.
        var newest = transitions.FirstOrDefault();
        return newest is not null && !satisfied && MachineEventStates.IsFailure(newest.State) ? newest : null;
    }

    private static bool ActionIsOver(AwaitedMachine awaited, IReadOnlyList<MachineEvent> news, DateTimeOffset now)
    {
        var expectation = awaited.Expectation;
        if (expectation.Baseline is null) return true;
        if (news.Any(item => MachineStates.Is(item.Name, expectation.Action) && MachineStates.Is(item.State, MachineEventStates.Done))) return true;
        // A start or stop that was already under way causes no event of its own; a restart always does.
        return !MachineStates.Is(expectation.Action, MachineEventNames.Restart) && awaited.IsPastGrace(now);
    }

    private static MachineArrival Failed(MachineExpectation expectation, Machine machine, MachineEvent failure)
    {
        var cancelled = MachineStates.Is(failure.State, MachineEventStates.Cancelled);
        var message = string.IsNullOrWhiteSpace(failure.ErrorMsg) ? null : DisplayText.Plain(failure.ErrorMsg!.Trim());
        var reason = cancelled ? PaperspaceErrorReason.MachineActionCancelled
            : message?.IndexOf("capacity", StringComparison.OrdinalIgnoreCase) >= 0 ? PaperspaceErrorReason.InsufficientCapacity
            : PaperspaceErrorReason.MachineActionFailed;
        var outcome = cancelled ? "was cancelled" : "failed";
        var why = message is null ? "." : $": {message}";
        return new MachineArrival(expectation, null, new PaperspaceException(
            reason, $"The {DisplayText.Plain(failure.Name)} of machine {Name(expectation, machine)} {outcome}{why}")
        {
            ApiMessage = message,
            Machine = machine,
        });
    }

    private static MachineArrival BeingDestroyed(MachineExpectation expectation, Machine machine) => new(
        expectation,
        null,
        new PaperspaceException(
            PaperspaceErrorReason.MachineVanished,
            $"Machine {Name(expectation, machine)} is being destroyed; it was waited for to be '{expectation.State}'.")
        {
            Machine = machine,
        });

    private static string Name(MachineExpectation expectation, Machine? machine) =>
        string.IsNullOrEmpty(machine?.Name) ? expectation.MachineId : $"{expectation.MachineId} ({DisplayText.Plain(machine!.Name)})";

    private static string LastSeen(AwaitedMachine awaited)
    {
        if (awaited.Seen is not { } machine) return "";
        var newest = awaited.SeenEvent is { } item ? $" and its newest event '{DisplayText.Plain(item.ToString())}'" : "";
        return $"; its state was last '{DisplayText.Plain(machine.State)}'{newest}";
    }
}
