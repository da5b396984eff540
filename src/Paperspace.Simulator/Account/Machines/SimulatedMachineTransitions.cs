namespace Paperspace.Simulator;

/// <summary>Plans the states and events of an action, as recorded from the real service, and returns the action's event.</summary>
internal sealed class SimulatedMachineTransitions(TransitionTiming timing, DeterministicRandom random, MachineQueue<bool> misreported)
{
    public SimulatedMachineEvent Create(SimulatedMachine machine, DateTimeOffset now, StartOutcome? start)
    {
        var create = Add(machine, Plan(machine, SimulatedEventName.Create, now, now, timing.Nominal.Create));
        machine.Timeline.Add(new StateStep(now, SimulatedMachineState.Provisioning));
        machine.DetailedFrom = create.StartedAt;
        if (start is null)
            machine.Timeline.Add(new StateStep(create.FinishedAt, SimulatedMachineState.Off));
        else
            Run(machine, SimulatedMachineState.Provisioning, create.FinishedAt, create.FinishedAt, start, create.Before);
        return create;
    }

    public SimulatedMachineEvent Start(SimulatedMachine machine, DateTimeOffset now, StartOutcome outcome) =>
        Run(machine, SimulatedMachineState.Starting, now, Free(machine, now), outcome, machine.Timeline.Last);

    public SimulatedMachineEvent Stop(SimulatedMachine machine, DateTimeOffset now)
    {
        var running = machine.Timeline.Last;
        var stop = Add(machine, Plan(machine, SimulatedEventName.Stop, now, Free(machine, now), timing.Nominal.Stop));
        machine.Timeline.Add(new StateStep(stop.StartedAt, SimulatedMachineState.Stopping, running.DynamicIp));
        machine.Timeline.Add(new StateStep(stop.FinishedAt, SimulatedMachineState.Off));
        return stop;
    }

    // The effect on a machine that is off is not documented; here, it starts.
    public SimulatedMachineEvent Restart(SimulatedMachine machine, DateTimeOffset now, string? dynamicIp)
    {
        var restart = Add(machine, Plan(machine, SimulatedEventName.Restart, now, Free(machine, now), timing.Nominal.Restart));
        machine.Timeline.Add(new StateStep(restart.StartedAt, SimulatedMachineState.Restarting, dynamicIp));
        var ready = restart.FinishedAt + timing.Of(timing.Nominal.RestartToReady, machine.InternalId, restart.Ordinal);
        machine.Timeline.Add(new StateStep(ready, SimulatedMachineState.Ready, dynamicIp));
        return restart;
    }

    /// <summary>Upgrades a machine, which then returns to its previous state.</summary>
    public SimulatedMachineEvent Upgrade(SimulatedMachine machine, DateTimeOffset now)
    {
        var before = machine.Timeline.Last;
        var upgrade = Add(machine, Plan(machine, SimulatedEventName.Upgrade, now, now, timing.Nominal.Upgrade));
        machine.Timeline.Add(new StateStep(now, SimulatedMachineState.Upgrading));
        machine.Timeline.Add(before with { At = upgrade.FinishedAt });
        return upgrade;
    }

    public void BillUpgrade(SimulatedMachine machine, SimulatedMachineEvent upgrade) =>
        Add(machine, Plan(machine, SimulatedEventName.BillUpgrade, upgrade.CreatedAt, upgrade.FinishedAt, timing.Nominal.BillSessions));

    public SimulatedMachineEvent TakeSnapshot(SimulatedMachine machine, DateTimeOffset now) =>
        Add(machine, Plan(machine, SimulatedEventName.SnapshotCreate, now, now, timing.Nominal.Snapshot));

    public SimulatedMachineEvent DeleteSnapshot(SimulatedMachine machine, DateTimeOffset now) =>
        Add(machine, Plan(machine, SimulatedEventName.SnapshotDelete, now, now, timing.Nominal.SnapshotDelete));

    public SimulatedMachineEvent RestoreSnapshot(SimulatedMachine machine, DateTimeOffset now, DateTimeOffset from) =>
        Add(machine, Plan(machine, SimulatedEventName.SnapshotRestore, now, from, timing.Nominal.SnapshotRestore));

    public SimulatedMachineEvent CreateTemplate(SimulatedMachine machine, DateTimeOffset now) =>
        Add(machine, Plan(machine, SimulatedEventName.TemplateCreate, now, now, timing.Nominal.TemplateCreate));

    /// <summary>Cancels everything in progress, and removes the machine.</summary>
    public SimulatedMachineEvent Destroy(SimulatedMachine machine, DateTimeOffset now)
    {
        machine.Timeline.CutAt(now);
        var deactivate = Add(machine, Plan(machine, SimulatedEventName.Deactivate, now, now, timing.Nominal.Deactivate));
        machine.Timeline.Add(new StateStep(deactivate.StartedAt, SimulatedMachineState.Off));
        var billed = deactivate.FinishedAt;
        var bill = Plan(machine, SimulatedEventName.BillSessions, billed, billed, timing.Nominal.BillSessions);
        var removed = billed + timing.Of(timing.Nominal.BillSessions, machine.InternalId, bill.Ordinal);
        Add(machine, bill with { StartedAt = billed, FinishedAt = removed });
        machine.RemovedAt = removed;
        return deactivate;
    }

    /// <summary>Fails to delete a machine, which is hidden until it returns to its previous state.</summary>
    public SimulatedMachineEvent FailDestroy(SimulatedMachine machine, DateTimeOffset now, string error)
    {
        machine.Timeline.CutAt(now);
        var before = machine.Timeline.Last;
        var deactivate = Plan(machine, SimulatedEventName.Deactivate, now, now, timing.Nominal.Deactivate);
        deactivate = Add(machine, deactivate with { Outcome = SimulatedEventState.Error, ErrorMessage = error });
        machine.Timeline.Add(new StateStep(deactivate.StartedAt, SimulatedMachineState.Off));
        machine.Timeline.Add(before with { At = deactivate.FinishedAt });
        machine.Hide(deactivate.StartedAt, deactivate.FinishedAt);
        return deactivate;
    }

    /// <summary>Cancels everything in progress. Returns false if there is nothing, or if the machine is being deleted.</summary>
    public static bool Cancel(SimulatedMachine machine, DateTimeOffset now)
    {
        if (machine.IsBeingRemoved(now) || machine.Timeline.Pending(now) is not { } pending) return false;
        machine.Timeline.CutAt(now);
        machine.CancelUpgrade(now);
        machine.Timeline.Add(pending.Before with { At = now });
        return true;
    }

    private SimulatedMachineEvent Run(
        SimulatedMachine machine,
        string meanwhile,
        DateTimeOffset requested,
        DateTimeOffset from,
        StartOutcome outcome,
        StateStep before)
    {
        var start = Plan(machine, SimulatedEventName.Start, requested, from, timing.Nominal.Start) with { Before = before };
        var delay = timing.Of(timing.Nominal.DynamicIp, machine.InternalId, start.Ordinal);
        var earlyIp = delay == TimeSpan.Zero ? outcome.DynamicIp : null;
        machine.Timeline.Add(new StateStep(start.StartedAt, meanwhile, earlyIp));
        if (outcome.Failure is { } failure)
        {
            machine.Timeline.Add(new StateStep(start.FinishedAt, SimulatedMachineState.Off));
            return Add(machine, start with
            {
                Outcome = SimulatedEventState.Error,
                ErrorMessage = failure.Message,
                ReportsEnd = failure.ReportsEnd,
            });
        }

        start = Add(machine, start);
        machine.Timeline.Add(new StateStep(start.FinishedAt, SimulatedMachineState.ServiceReady, earlyIp));
        var ready = start.FinishedAt + timing.Of(timing.Nominal.Agent, machine.InternalId, start.Ordinal);
        machine.Timeline.Add(new StateStep(ready, SimulatedMachineState.Ready, earlyIp));
        if (earlyIp != outcome.DynamicIp)
            machine.Timeline.Add(new StateStep(ready + delay, SimulatedMachineState.Ready, outcome.DynamicIp));
        if (machine.TakesSnapshotAtFirstStart)
        {
            machine.TakesSnapshotAtFirstStart = false;
            machine.FirstStartSnapshot = TakeSnapshot(machine, ready);
        }

        return start;
    }

    private static DateTimeOffset Free(SimulatedMachine machine, DateTimeOffset now) => Later(machine.Timeline.Last.At, now);

    private SimulatedMachineEvent Add(SimulatedMachine machine, SimulatedMachineEvent planned)
    {
        var reported = planned.Outcome == SimulatedEventState.Done && misreported.TryTake(machine, out _)
            ? planned with { Outcome = SimulatedEventState.Error }
            : planned;
        machine.Timeline.Add(reported);
        return reported;
    }

    // The recorded durations of events begin at their creation, so they include the time in <c>new</c>.
    private SimulatedMachineEvent Plan(
        SimulatedMachine machine, string name, DateTimeOffset requested, DateTimeOffset from, TimeSpan nominal)
    {
        var ordinal = machine.Timeline.NextOrdinal();
        var started = Later(from, requested + timing.StaleFor);
        var finished = Later(started, from + timing.Of(nominal, machine.InternalId, ordinal));
        return new SimulatedMachineEvent(
            random.Guid(machine.InternalId, ordinal), ordinal, name, requested, started, finished, machine.Timeline.Last);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
