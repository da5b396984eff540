using System.Globalization;

namespace Paperspace.Simulator;

/// <summary>Fills a new account with machines that have been there for a while.</summary>
internal sealed class FleetSeeder(Account account, DateTimeOffset now)
{
    private static readonly TimeSpan Oldest = TimeSpan.FromDays(60);
    private static readonly TimeSpan Newest = TimeSpan.FromDays(1);
    private static readonly Boot Fine = new(null, null);
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

    // What lies in the past went at the real speed, whatever the account's.
    private readonly MachineTransitions _past = new(new Pace(1, 0, TimeSpan.Zero, new TransitionDurations(), account.Chance));

    // What goes on has just begun, so nothing about it is stale.
    private readonly MachineTransitions _present = new(account.Pace(TimeSpan.Zero));

    public void Seed()
    {
        var options = account.Options;
        var total = options.Seeds.Count + options.Machines;
        for (var i = 0; i < total; i++)
            Add(i < options.Seeds.Count ? options.Seeds[i] : Generate(i - options.Seeds.Count + 1), i, total);
    }

    private MachineSeed Generate(int number)
    {
        var (role, machineType, templateId) = Kinds[account.Chance.Below(Kinds.Length, ChanceOf.Kind, number)];
        var regions = MachineTypes.Describe(machineType).Regions;
        return new MachineSeed
        {
            Name = $"{role}-{number.ToString("D4", CultureInfo.InvariantCulture)}",
            MachineType = machineType,
            TemplateId = templateId,
            Region = regions.ElementAt(account.Chance.Below(regions.Count, ChanceOf.Kind, number, 1)),
            Size = Sizes[account.Chance.Below(Sizes.Length, ChanceOf.Kind, number, 2)],
            AssignPublicIp = account.Chance.Below(4, ChanceOf.Kind, number, 3) == 0,
            State = account.Chance.Below(10, ChanceOf.State, number) < 6 ? MachineState.Ready : MachineState.Off,
        };
    }

    private void Add(MachineSeed seed, int index, int total)
    {
        var internalId = account.Machines.NextInternalId();
        var age = TimeSpan.FromTicks(Oldest.Ticks - ((Oldest - Newest).Ticks / total * index));
        var fresh = seed.State == MachineState.Provisioning;
        var template = TemplateCatalogue.Describe(seed.TemplateId);
        var machine = new Machine(fresh ? null : History(seed.State))
        {
            Id = seed.Id ?? account.NewMachineId(internalId),
            InternalId = internalId,
            Name = seed.Name,
            Type = MachineTypes.Describe(seed.MachineType),
            Template = template,
            Region = seed.Region,
            Size = seed.Size,
            UserId = account.Options.UserId,
            TeamId = account.Options.TeamId,
            NetworkId = account.Networks.DefaultFor(seed.Region),
            StaticIp = seed.AssignPublicIp ? account.Addresses.Acquire() : null,
            CreatedAt = fresh ? now : now - age,
            Os = fresh ? "" : template.ReportedOs,
            StorageUsed = fresh ? 0 : (long)(account.Chance.Fraction(ChanceOf.Storage, internalId) * seed.Size) << 29,
        };
        account.Machines.Add(machine);
        if (fresh)
            _present.Create(machine, now, Fine);
    }

    private Action<Machine> History(string state) => state switch
    {
        MachineState.Ready => WasStarted,
        MachineState.Off => WasStopped,
        MachineState.Starting => machine => After(machine, WasStopped, () => _present.Start(machine, now, Fine)),
        MachineState.Stopping => machine => After(machine, WasStarted, () => _present.Stop(machine, now)),
        MachineState.Restarting => machine => After(machine, WasStarted, () => _present.Restart(machine, now, null)),
        MachineState.Upgrading => machine => After(machine, WasStarted, () => _present.Upgrade(machine, now)),
        _ => machine => After(machine, WasStarted, () => machine.Timeline.Add(new StateStep(now, state))),
    };

    private static void After(Machine machine, Action<Machine> past, Action present)
    {
        past(machine);
        present();
    }

    private void WasStopped(Machine machine)
    {
        _past.Create(machine, machine.CreatedAt, Fine);
        _past.Stop(machine, Moment(machine, 0.3));
    }

    private void WasStarted(Machine machine)
    {
        WasStopped(machine);
        _past.Start(machine, Moment(machine, 0.6), Fine);
    }

    private DateTimeOffset Moment(Machine machine, double earliest)
    {
        var part = earliest + (0.2 * account.Chance.Fraction(ChanceOf.History, machine.InternalId));
        return machine.CreatedAt + TimeSpan.FromTicks((long)((now - machine.CreatedAt).Ticks * part));
    }
}
