using System.Globalization;

namespace Paperspace.Simulator;

/// <summary>Creates the machines that a new account starts with, including their history.</summary>
internal sealed class SimulatedMachineSeeder(SimulatedAccount account, DateTimeOffset now)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(60);
    private static readonly TimeSpan Newest = TimeSpan.FromDays(1);
    private static readonly StartOutcome Success = new(null, null);
    private static readonly int[] Sizes = [50, 100, 250, 500];
    private static readonly (string Role, string MachineType, string TemplateId)[] Kinds =
    [
        ("train", "P4000", "tkni3aa4"),
        ("train", "V100", "twnlo3zj"),
        ("render", "P5000", "tk9izniv"),
        ("desktop", "GPU+", "tz0ireoj"),
        ("ci", "C5", "t0nspur5"),
        ("web", "C3", "t04azgph"),
    ];

    // The past ran at real speed, regardless of the account's speed.
    private readonly SimulatedMachineTransitions _past = new(
        new TransitionTiming(1, 0, TimeSpan.Zero, new TransitionDurations(), account.Random), account.Random, new MachineQueue<bool>());

    // A transition in progress began just before the first possible action, and its state is not stale.
    private readonly DateTimeOffset _begun = JustBefore(now);
    private readonly SimulatedMachineTransitions _present = new(account.Timing(TimeSpan.Zero), account.Random, new MachineQueue<bool>());

    public static DateTimeOffset JustBefore(DateTimeOffset now) => now.AddTicks(-1);

    public void Seed()
    {
        var options = account.Options;
        var total = options.Seeds.Count + options.Machines;
        for (var i = 0; i < total; i++)
            Add(i < options.Seeds.Count ? options.Seeds[i] : Generate(i - options.Seeds.Count + 1), i, total);
    }

    private MachineSeed Generate(int number)
    {
        var (role, machineType, templateId) = Kinds[account.Random.Below(Kinds.Length, RandomPurpose.Kind, number)];
        var regions = SimulatedMachineTypeCatalog.Describe(machineType).Regions;
        return new MachineSeed
        {
            Name = $"{role}-{number.ToString("D4", CultureInfo.InvariantCulture)}",
            MachineType = machineType,
            TemplateId = templateId,
            Region = regions.ElementAt(account.Random.Below(regions.Count, RandomPurpose.Kind, number, 1)),
            Size = Sizes[account.Random.Below(Sizes.Length, RandomPurpose.Kind, number, 2)],
            AssignPublicIp = account.Random.Below(4, RandomPurpose.Kind, number, 3) == 0,
            State = account.Random.Below(10, RandomPurpose.State, number) < 6 ? SimulatedMachineState.Ready : SimulatedMachineState.Off,
        };
    }

    private void Add(MachineSeed seed, int index, int total)
    {
        var internalId = account.Machines.NextInternalId();
        var age = TimeSpan.FromTicks(Oldest.Ticks - ((Oldest - Newest).Ticks / total * index));
        var fresh = seed.State == SimulatedMachineState.Provisioning;
        var region = SimulatedRegion.Normalize(seed.Region);
        var template = account.Templates.Describe(seed.TemplateId);
        var machine = new SimulatedMachine(fresh ? null : History(seed.State))
        {
            Id = seed.Id ?? account.NewMachineId(internalId),
            InternalId = internalId,
            Name = seed.Name,
            Hardware = new(SimulatedMachineTypeCatalog.Describe(seed.MachineType), seed.Size),
            Template = template,
            Region = region,
            UserId = account.Options.UserId,
            TeamId = account.Options.TeamId,
            Network = account.Networks.DefaultFor(region),
            CreatedAt = fresh ? now : now - age,
            Os = fresh ? "" : template.ReportedOs,
            StorageUsed = fresh ? 0 : (long)(account.Random.Fraction(RandomPurpose.Storage, internalId) * seed.Size) << 29,
        };
        account.Machines.Add(machine);
        if (seed.AssignPublicIp)
            SimulatedPublicIpRepository.Assign(account.PublicIps.Acquire(region, machine.CreatedAt), machine);
        if (fresh) _present.Create(machine, _begun, Success);
    }

    private Action<SimulatedMachine> History(string state) => state switch
    {
        SimulatedMachineState.Ready => WasStarted,
        SimulatedMachineState.Off => WasStopped,
        SimulatedMachineState.Starting => machine => After(machine, WasStopped, () => _present.Start(machine, _begun, Success)),
        SimulatedMachineState.Stopping => machine => After(machine, WasStarted, () => _present.Stop(machine, _begun)),
        SimulatedMachineState.Restarting => machine => After(machine, WasStarted, () => _present.Restart(machine, _begun, null)),
        SimulatedMachineState.Upgrading => machine => After(machine, WasStarted, () => _present.Upgrade(machine, _begun)),
        _ => machine => After(machine, WasStarted, () => machine.Timeline.Add(new StateStep(_begun, state))),
    };

    private static void After(SimulatedMachine machine, Action<SimulatedMachine> past, Action present)
    {
        past(machine);
        present();
    }

    private void WasStopped(SimulatedMachine machine)
    {
        _past.Create(machine, machine.CreatedAt, Success);
        _past.Stop(machine, Moment(machine, 0.3));
    }

    private void WasStarted(SimulatedMachine machine)
    {
        WasStopped(machine);
        _past.Start(machine, Moment(machine, 0.6), Success);
    }

    private DateTimeOffset Moment(SimulatedMachine machine, double earliest)
    {
        var part = earliest + (0.2 * account.Random.Fraction(RandomPurpose.History, machine.InternalId));
        return machine.CreatedAt + TimeSpan.FromTicks((long)((now - machine.CreatedAt).Ticks * part));
    }
}
