namespace Paperspace.Simulator;

/// <summary>Holds everything that the account has, for the APIs to read and change. Whoever uses it holds the account's one lock.</summary>
internal sealed class SimulatedAccount
{
    public SimulatedAccount(SimulatorOptions options, DateTimeOffset now)
    {
        Options = options;
        Random = new DeterministicRandom(options.RandomSeed);
        Transitions = new SimulatedMachineTransitions(Timing(options.StaleFor));
        Users = new SimulatedUserRepository(options, now);
        Networks = new SimulatedNetworkRepository(options, now);
        new SimulatedMachineSeeder(this, now).Seed();
    }

    public SimulatorOptions Options { get; }

    public DeterministicRandom Random { get; }

    public SimulatedMachineTransitions Transitions { get; }

    public SimulatedMachineRepository Machines { get; } = new();

    public SimulatedTemplateRepository Templates { get; } = new();

    public SimulatedUserRepository Users { get; }

    public SimulatedNetworkRepository Networks { get; }

    public SimulatedPublicIpRepository PublicIps { get; } = new();

    public SimulatedCapacity Capacity { get; } = new();

    public StartFailures StartFailures { get; } = new();

    /// <summary>Gives how long the transitions of this account's machines take.</summary>
    public TransitionTiming Timing(TimeSpan staleFor) => new(Options.Speed, Options.Jitter, staleFor, Options.Durations, Random);

    /// <summary>Creates a machine, which then provisions and, unless it is to stay off, starts.</summary>
    public SimulatedMachine Create(MachineSpecification specification, DateTimeOffset now)
    {
        var internalId = Machines.NextInternalId();
        var machine = new SimulatedMachine
        {
            Id = NewMachineId(internalId),
            InternalId = internalId,
            Name = specification.Name,
            Type = specification.Type,
            Template = specification.Template,
            Region = specification.Region,
            Size = specification.Size,
            BillingType = specification.BillingType,
            UserId = specification.UserId ?? Options.UserId,
            TeamId = specification.TeamId ?? Options.TeamId,
            NetworkId = specification.NetworkId ?? Networks.DefaultFor(specification.Region).Id,
            ScriptId = specification.ScriptId,
            CreatedAt = now,
            HasDynamicIp = specification.PublicIpType == SimulatedPublicIpType.Dynamic,
            StaticIp = specification.PublicIpType == SimulatedPublicIpType.Static ? PublicIps.Acquire() : null,
            TakesSnapshotAtFirstStart = specification.TakesInitialSnapshot,
            RestorePointFrequency = specification.RestorePointFrequency,
        };
        Machines.Add(machine);
        Transitions.Create(machine, now, specification.Starts ? NextStart(machine) : null);
        return machine;
    }

    /// <summary>Starts a machine that is, or will be, off; any other is left alone.</summary>
    public void Start(SimulatedMachine machine, DateTimeOffset now)
    {
        var isOff = machine.Timeline.Last.State == SimulatedMachineState.Off;
        if (isOff && !machine.Timeline.IsPending(SimulatedEventName.Start, now))
            Transitions.Start(machine, now, NextStart(machine));
    }

    /// <summary>Stops a machine that is not, and will not be, off.</summary>
    public void Stop(SimulatedMachine machine, DateTimeOffset now)
    {
        if (machine.Timeline.Last.State != SimulatedMachineState.Off)
            Transitions.Stop(machine, now);
    }

    /// <summary>Restarts a machine, which keeps the dynamic address that it has.</summary>
    public void Restart(SimulatedMachine machine, DateTimeOffset now)
    {
        var address = machine.Timeline.Last.DynamicIp ?? (machine.HasDynamicIp ? PublicIps.Lend() : null);
        Transitions.Restart(machine, now, address);
    }

    /// <summary>Destroys a machine; one that is being destroyed already is left alone.</summary>
    public void Destroy(SimulatedMachine machine, bool releasesPublicIp, DateTimeOffset now)
    {
        if (machine.RemovedAt is not null)
            return;
        if (releasesPublicIp)
            ReleaseStaticIp(machine);
        Machines.Remove(machine, Transitions.Destroy(machine, now), now);
    }

    /// <summary>Changes the settings of a machine.</summary>
    public void Update(SimulatedMachine machine, MachineUpdate update)
    {
        machine.Name = update.Name.Or(machine.Name);
        machine.ShutdownTimeoutInHours = update.ShutdownTimeoutInHours.Or(machine.ShutdownTimeoutInHours);
        machine.ShutdownTimeoutForces = update.ShutdownTimeoutForces.Or(machine.ShutdownTimeoutForces);
        machine.AutoSnapshotEnabled = update.AutoSnapshotEnabled.Or(machine.AutoSnapshotEnabled);
        machine.AutoSnapshotFrequency = update.AutoSnapshotFrequency.Or(machine.AutoSnapshotFrequency);
        machine.AutoSnapshotSaveCount = update.AutoSnapshotSaveCount.Or(machine.AutoSnapshotSaveCount);
        SetPublicIp(machine, update.PublicIpType.Or(machine.PublicIpType));
    }

    /// <summary>Gives a machine id that is not in use.</summary>
    public string NewMachineId(long internalId)
    {
        for (var attempt = 0L; ; attempt++)
        {
            var id = Random.Id("ps", 7, internalId, attempt);
            if (!Machines.Contains(id))
                return id;
        }
    }

    // The two kinds of address exclude each other, so asking for one gives up the other.
    private void SetPublicIp(SimulatedMachine machine, SimulatedPublicIpType type)
    {
        machine.HasDynamicIp = type == SimulatedPublicIpType.Dynamic;
        if (type == SimulatedPublicIpType.Static)
            machine.StaticIp ??= PublicIps.Acquire();
        else
            ReleaseStaticIp(machine);
    }

    private void ReleaseStaticIp(SimulatedMachine machine)
    {
        if (machine.StaticIp is null)
            return;
        PublicIps.Release(machine.StaticIp);
        machine.StaticIp = null;
    }

    private StartOutcome NextStart(SimulatedMachine machine) => new(
        machine.HasDynamicIp ? PublicIps.Lend() : null,
        StartFailures.Take(machine) ?? (Capacity.Has(machine.Region, machine.Type) ? null : StartFailures.InsufficientCapacity));
}
