namespace Paperspace.Simulator;

/// <summary>Everything that the account has, for the routes to read and change. Whoever uses it holds the account's one lock.</summary>
internal sealed class Account
{
    public Account(SimulatorOptions options, DateTimeOffset now)
    {
        Options = options;
        Chance = new Chance(options.RandomSeed);
        Transitions = new MachineTransitions(Pace(options.StaleFor));
        Users = new UserDirectory(options, now);
        Networks = new NetworkDirectory(options, now);
        new FleetSeeder(this, now).Seed();
    }

    public SimulatorOptions Options { get; }

    public Chance Chance { get; }

    public MachineTransitions Transitions { get; }

    public MachineFleet Machines { get; } = new();

    public UserDirectory Users { get; }

    public NetworkDirectory Networks { get; }

    public PublicAddresses Addresses { get; } = new();

    public Capacity Capacity { get; } = new();

    public StartFailures StartFailures { get; } = new();

    /// <summary>How fast machines change in this account.</summary>
    public Pace Pace(TimeSpan staleFor) => new(Options.Speed, Options.Jitter, staleFor, Options.Durations, Chance);

    /// <summary>A machine id that is not in use.</summary>
    public string NewMachineId(long internalId)
    {
        for (var attempt = 0L; ; attempt++)
        {
            var id = Chance.Id("ps", 7, internalId, attempt);
            if (!Machines.Knows(id))
                return id;
        }
    }

    /// <summary>The machine that a show or the like is about.</summary>
    public Machine Shown(RouteRequest request) =>
        Machines.Find(request.Query.Required("machineId"), request.Now) ?? throw Rejection.MachineNotFound();

    /// <summary>The machine that an action is about; one that is being destroyed takes no more actions.</summary>
    public Machine Acted(RouteRequest request) =>
        Machines.Find(request.Id, request.Now) is { GoneAt: null } machine ? machine : throw Rejection.NotFound();

    /// <summary>How the next start of the machine goes.</summary>
    public Boot Boot(Machine machine) => new(
        machine.HasDynamicIp ? Addresses.Lend() : null,
        StartFailures.Take(machine) ?? (Capacity.Has(machine.Region, machine.Type) ? null : StartFailures.Capacity));
}
