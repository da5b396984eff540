namespace Paperspace.Simulator;

/// <summary>Plans what actions make of a machine, as they were seen to go on the real service.</summary>
internal sealed class MachineTransitions(Pace pace)
{
    /// <summary>Begins the course of a machine.</summary>
    /// <param name="machine">The machine, with nothing planned yet.</param>
    /// <param name="now">When it is created.</param>
    /// <param name="boot">How it starts after that; null when it is not to start.</param>
    public void Create(Machine machine, DateTimeOffset now, Boot? boot)
    {
        var create = Plan(machine, EventName.Create, now, now, pace.Nominal.Create);
        machine.Timeline.Add(create);
        machine.Timeline.Add(new StateStep(now, MachineState.Provisioning));
        machine.DetailedFrom = create.StartedAt;
        if (boot is null)
            machine.Timeline.Add(new StateStep(create.FinishedAt, MachineState.Off));
        else
            Run(machine, MachineState.Provisioning, create.FinishedAt, create.FinishedAt, boot, create.Settled);
    }

    public void Start(Machine machine, DateTimeOffset now, Boot boot) =>
        Run(machine, MachineState.Starting, now, Free(machine, now), boot, machine.Timeline.Settled);

    public void Stop(Machine machine, DateTimeOffset now)
    {
        var running = machine.Timeline.Settled;
        var stop = Plan(machine, EventName.Stop, now, Free(machine, now), pace.Nominal.Stop);
        machine.Timeline.Add(stop);
        machine.Timeline.Add(new StateStep(stop.StartedAt, MachineState.Stopping, running.DynamicIp));
        machine.Timeline.Add(new StateStep(stop.FinishedAt, MachineState.Off));
    }

    // What a restart does to a machine that is off is documented nowhere; here it runs afterwards, as a restart leaves it.
    public void Restart(Machine machine, DateTimeOffset now, string? dynamicIp)
    {
        var restart = Plan(machine, EventName.Restart, now, Free(machine, now), pace.Nominal.Restart);
        machine.Timeline.Add(restart);
        machine.Timeline.Add(new StateStep(restart.StartedAt, MachineState.Restarting, dynamicIp));
        var ready = restart.FinishedAt + pace.Of(pace.Nominal.RestartSettles, machine.InternalId, restart.Ordinal);
        machine.Timeline.Add(new StateStep(ready, MachineState.Ready, dynamicIp));
    }

    public void Upgrade(Machine machine, DateTimeOffset now)
    {
        var upgrade = Plan(machine, EventName.Upgrade, now, now, pace.Nominal.Upgrade);
        machine.Timeline.Add(upgrade);
        machine.Timeline.Add(new StateStep(now, MachineState.Upgrading));
        machine.Timeline.Add(new StateStep(upgrade.FinishedAt, MachineState.Ready));
    }

    /// <summary>Ends whatever goes on and gives the moment at which the machine is gone.</summary>
    public DateTimeOffset Destroy(Machine machine, DateTimeOffset now)
    {
        machine.Timeline.CutAt(now);
        var deactivate = Plan(machine, EventName.Deactivate, now, now, pace.Nominal.Deactivate);
        machine.Timeline.Add(deactivate);
        machine.Timeline.Add(new StateStep(deactivate.StartedAt, MachineState.Off));
        var billed = deactivate.FinishedAt;
        var ordinal = machine.Timeline.NextOrdinal();
        var gone = billed + pace.Of(pace.Nominal.BillSessions, machine.InternalId, ordinal);
        machine.Timeline.Add(new MachineEvent(ordinal, EventName.BillSessions, billed, billed, gone, machine.Timeline.Settled));
        return gone;
    }

    /// <summary>Ends whatever goes on where it was before; false when nothing does, or when it is past ending.</summary>
    public static bool Cancel(Machine machine, DateTimeOffset now)
    {
        if (machine.GoneAt is not null || machine.Timeline.Running(now) is not { } running)
            return false;
        machine.Timeline.CutAt(now);
        machine.Timeline.Add(running.Settled with { At = now });
        return true;
    }

    private void Run(Machine machine, string meanwhile, DateTimeOffset asked, DateTimeOffset from, Boot boot, StateStep settled)
    {
        var start = Plan(machine, EventName.Start, asked, from, pace.Nominal.Start) with { Settled = settled };
        machine.Timeline.Add(new StateStep(start.StartedAt, meanwhile, boot.DynamicIp));
        if (boot.Failure is not null)
        {
            machine.Timeline.Add(start with { Outcome = EventState.Error, ErrorMessage = boot.Failure });
            machine.Timeline.Add(new StateStep(start.FinishedAt, MachineState.Off));
            return;
        }

        machine.Timeline.Add(start);
        machine.Timeline.Add(new StateStep(start.FinishedAt, MachineState.ServiceReady, boot.DynamicIp));
        var ready = start.FinishedAt + pace.Of(pace.Nominal.Agent, machine.InternalId, start.Ordinal);
        machine.Timeline.Add(new StateStep(ready, MachineState.Ready, boot.DynamicIp));
        if (machine.SnapshotAtFirstBoot)
        {
            machine.SnapshotAtFirstBoot = false;
            machine.Timeline.Add(Plan(machine, EventName.SnapshotCreate, ready, ready, pace.Nominal.Snapshot));
        }
    }

    private static DateTimeOffset Free(Machine machine, DateTimeOffset now) => Later(machine.Timeline.Settled.At, now);

    // The recorded lengths of events run from their creation, so the time that an event is new is part of it.
    private MachineEvent Plan(Machine machine, string name, DateTimeOffset asked, DateTimeOffset from, TimeSpan nominal)
    {
        var ordinal = machine.Timeline.NextOrdinal();
        var started = Later(from, asked + pace.StaleFor);
        var finished = Later(started, from + pace.Of(nominal, machine.InternalId, ordinal));
        return new MachineEvent(ordinal, name, asked, started, finished, machine.Timeline.Settled);
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
