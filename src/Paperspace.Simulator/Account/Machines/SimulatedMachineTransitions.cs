namespace Paperspace.Simulator;

/// <summary>Plans what actions make of a machine, as was seen on the real service.</summary>
internal sealed class SimulatedMachineTransitions(TransitionTiming timing)
{
    /// <summary>Creates a machine and, when it is to start, starts it.</summary>
    /// <param name="machine">The machine, with nothing planned yet.</param>
    /// <param name="now">When it is created.</param>
    /// <param name="start">How it starts after that; null when it is not to start.</param>
    public void Create(SimulatedMachine machine, DateTimeOffset now, StartOutcome? start)
    {
        var create = Plan(machine, SimulatedEventName.Create, now, now, timing.Nominal.Create);
        machine.Timeline.Add(create);
        machine.Timeline.Add(new StateStep(now, SimulatedMachineState.Provisioning));
        machine.DetailedFrom = create.StartedAt;
        if (start is null)
            machine.Timeline.Add(new StateStep(create.FinishedAt, SimulatedMachineState.Off));
        else
            Run(machine, SimulatedMachineState.Provisioning, create.FinishedAt, create.FinishedAt, start, create.Before);
    }

    public void Start(SimulatedMachine machine, DateTimeOffset now, StartOutcome outcome) =>
        Run(machine, SimulatedMachineState.Starting, now, Free(machine, now), outcome, machine.Timeline.Last);

    public void Stop(SimulatedMachine machine, DateTimeOffset now)
    {
        var running = machine.Timeline.Last;
        var stop = Plan(machine, SimulatedEventName.Stop, now, Free(machine, now), timing.Nominal.Stop);
        machine.Timeline.Add(stop);
        machine.Timeline.Add(new StateStep(stop.StartedAt, SimulatedMachineState.Stopping, running.DynamicIp));
        machine.Timeline.Add(new StateStep(stop.FinishedAt, SimulatedMachineState.Off));
    }

    // What a restart does to a machine that is off is documented nowhere; here it runs afterwards, as a restart leaves it.
    public void Restart(SimulatedMachine machine, DateTimeOffset now, string? dynamicIp)
    {
        var restart = Plan(machine, SimulatedEventName.Restart, now, Free(machine, now), timing.Nominal.Restart);
        machine.Timeline.Add(restart);
        machine.Timeline.Add(new StateStep(restart.StartedAt, SimulatedMachineState.Restarting, dynamicIp));
        var ready = restart.FinishedAt + timing.Of(timing.Nominal.RestartToReady, machine.InternalId, restart.Ordinal);
        machine.Timeline.Add(new StateStep(ready, SimulatedMachineState.Ready, dynamicIp));
    }

    public void Upgrade(SimulatedMachine machine, DateTimeOffset now)
    {
        var upgrade = Plan(machine, SimulatedEventName.Upgrade, now, now, timing.Nominal.Upgrade);
        machine.Timeline.Add(upgrade);
        machine.Timeline.Add(new StateStep(now, SimulatedMachineState.Upgrading));
        machine.Timeline.Add(new StateStep(upgrade.FinishedAt, SimulatedMachineState.Ready));
    }

    /// <summary>Ends whatever is under way and gives the moment at which the machine is removed.</summary>
    public DateTimeOffset Destroy(SimulatedMachine machine, DateTimeOffset now)
    {
        machine.Timeline.CutAt(now);
        var deactivate = Plan(machine, SimulatedEventName.Deactivate, now, now, timing.Nominal.Deactivate);
        machine.Timeline.Add(deactivate);
        machine.Timeline.Add(new StateStep(deactivate.StartedAt, SimulatedMachineState.Off));
        var billed = deactivate.FinishedAt;
        var ordinal = machine.Timeline.NextOrdinal();
        var removed = billed + timing.Of(timing.Nominal.BillSessions, machine.InternalId, ordinal);
        machine.Timeline.Add(new SimulatedMachineEvent(ordinal, SimulatedEventName.BillSessions, billed, billed, removed, machine.Timeline.Last));
        return removed;
    }

    /// <summary>Cancels whatever is under way; false when nothing is, or when the machine is being destroyed.</summary>
    public static bool Cancel(SimulatedMachine machine, DateTimeOffset now)
    {
        if (machine.RemovedAt is not null || machine.Timeline.Pending(now) is not { } pending)
            return false;
        machine.Timeline.CutAt(now);
        machine.Timeline.Add(pending.Before with { At = now });
        return true;
    }

    private void Run(SimulatedMachine machine, string meanwhile, DateTimeOffset asked, DateTimeOffset from, StartOutcome outcome, StateStep before)
    {
        var start = Plan(machine, SimulatedEventName.Start, asked, from, timing.Nominal.Start) with { Before = before };
        machine.Timeline.Add(new StateStep(start.StartedAt, meanwhile, outcome.DynamicIp));
        if (outcome.Failure is not null)
        {
            machine.Timeline.Add(start with { Outcome = SimulatedEventState.Error, ErrorMessage = outcome.Failure });
            machine.Timeline.Add(new StateStep(start.FinishedAt, SimulatedMachineState.Off));
            return;
        }

        machine.Timeline.Add(start);
        machine.Timeline.Add(new StateStep(start.FinishedAt, SimulatedMachineState.ServiceReady, outcome.DynamicIp));
        var ready = start.FinishedAt + timing.Of(timing.Nominal.Agent, machine.InternalId, start.Ordinal);
        machine.Timeline.Add(new StateStep(ready, SimulatedMachineState.Ready, outcome.DynamicIp));
        if (machine.TakesSnapshotAtFirstStart)
        {
            machine.TakesSnapshotAtFirstStart = false;
            machine.Timeline.Add(Plan(machine, SimulatedEventName.SnapshotCreate, ready, ready, timing.Nominal.Snapshot));
        }
    }

    private static DateTimeOffset Free(SimulatedMachine machine, DateTimeOffset now) => Later(machine.Timeline.Last.At, now);

    // The recorded lengths of events run from their creation, so the time that an event is new is part of it.
    private SimulatedMachineEvent Plan(SimulatedMachine machine, string name, DateTimeOffset asked, DateTimeOffset from, TimeSpan nominal)
    {
        var ordinal = machine.Timeline.NextOrdinal();
        var started = Later(from, asked + timing.StaleFor);
        var finished = Later(started, from + timing.Of(nominal, machine.InternalId, ordinal));
        return new SimulatedMachineEvent(ordinal, name, asked, started, finished, machine.Timeline.Last);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
