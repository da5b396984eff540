namespace Paperspace.Simulator;

/// <summary>Reads the account as responses show it: with lag, and with events lost or out of order.</summary>
internal sealed class SimulatedReadings(
    SimulatorOptions options, SimulatedMachineRepository machines, DeterministicRandom random, DateTimeOffset begins)
{
    private readonly SimulatorLagOptions _lag = options.Lag.Scaled(1 / options.Speed);
    private long _shuffles;

    public TimeSpan CreationLag => _lag.Creation;

    public IEnumerable<SimulatedMachine> MachinesAt(DateTimeOffset now) => machines.WithRemoved.Where(machine => IsShown(machine, now));

    public SimulatedMachine? FindMachine(string id, DateTimeOffset now) =>
        machines.FindWithRemoved(id) is { } machine && IsShown(machine, now) ? machine : null;

    public bool IsShown(SimulatedMachine machine, DateTimeOffset now) =>
        now >= machine.ShownFrom && !machine.IsRemoved(now - _lag.Removal) && !machine.IsHidden(now);

    public SimulatedMachineView View(SimulatedMachine machine, DateTimeOffset now) => new(machine, Before(now, _lag.State));

    /// <summary>Returns the events of a machine, newest first.</summary>
    public IEnumerable<SimulatedEventView> EventsOf(SimulatedMachine machine, DateTimeOffset now)
    {
        var moment = Before(now, _lag.Events);
        return machine.Timeline.EventsAt(moment)
            .Where(known => !IsLost(machine, known))
            .Select(known => new SimulatedEventView(machine, known, moment));
    }

    public SimulatedEventView? FindEvent(Guid id, DateTimeOffset now)
    {
        var moment = Before(now, _lag.Events);
        foreach (var machine in machines.WithRemoved)
            if (machine.Timeline.Find(id, moment) is { } found)
                return IsLost(machine, found) ? null : new SimulatedEventView(machine, found, moment);
        return null;
    }

    /// <summary>Shuffles the events of a response, with the probability that the options specify.</summary>
    public void Arrange(List<SimulatedEventView> events)
    {
        if (options.ShuffledEvents == 0 || random.Fraction(RandomPurpose.Shuffle, ++_shuffles) >= options.ShuffledEvents) return;
        for (var i = events.Count - 1; i > 0; i--)
        {
            var other = random.Below(i + 1, RandomPurpose.Shuffle, _shuffles, i);
            (events[i], events[other]) = (events[other], events[i]);
        }
    }

    private bool IsLost(SimulatedMachine machine, SimulatedMachineEvent known) =>
        options.LostEvents > 0 && random.Fraction(RandomPurpose.Loss, machine.InternalId, known.Ordinal) < options.LostEvents;

    // The initial account is never stale, so that seeded machines have their states from the first response.
    private DateTimeOffset Before(DateTimeOffset now, TimeSpan lag) => now - lag > begins ? now - lag : now > begins ? begins : now;
}
