namespace Paperspace.Simulator;

/// <summary>Holds everything that the account has, for the APIs to read and change. Whoever uses it holds the account's one lock.</summary>
internal sealed class SimulatedAccount
{
    private int _ids;

    public SimulatedAccount(SimulatorOptions options, DateTimeOffset now)
    {
        Options = options;
        Random = new DeterministicRandom(options.RandomSeed);
        Transitions = new SimulatedMachineTransitions(Timing(options.StaleFor), Random, MisreportedEvents);
        Team = new SimulatedTeam(options.TeamId, options.TeamNamespace, "Example Team", options.MaxMachines, now.AddYears(-1));
        Users = new SimulatedUserRepository(options, now);
        Networks = new SimulatedNetworkRepository(options, now);
        Capacity = new SimulatedCapacity(options, Random, now);
        new SimulatedMachineSeeder(this, now).Seed();
    }

    public SimulatorOptions Options { get; }

    public DeterministicRandom Random { get; }

    public SimulatedMachineTransitions Transitions { get; }

    public SimulatedTeam Team { get; }

    public SimulatedMachineRepository Machines { get; } = new();

    public SimulatedTemplateRepository Templates { get; } = new();

    public SimulatedUserRepository Users { get; }

    public SimulatedNetworkRepository Networks { get; }

    public SimulatedScriptRepository Scripts { get; } = new();

    public SimulatedSnapshotRepository Snapshots { get; } = new();

    public SimulatedSharedDriveRepository SharedDrives { get; } = new();

    public SimulatedPublicIpRepository PublicIps { get; } = new();

    public SimulatedCapacity Capacity { get; }

    public StartFailures StartFailures { get; } = new();

    public MisreportedEvents MisreportedEvents { get; } = new();

    /// <summary>Returns how long the transitions of this account's machines take.</summary>
    public TransitionTiming Timing(TimeSpan staleFor) => new(Options.Speed, Options.Jitter, staleFor, Options.Durations, Random);

    /// <summary>Creates a machine, which then provisions and, unless it is to stay off, starts.</summary>
    /// <exception cref="AccountRuleException">The team has too many machines, or the type cannot be had and is refused at once.</exception>
    public SimulatedMachine Create(MachineSpecification specification, DateTimeOffset now)
    {
        if (Machines.At(now).Count() >= Team.MaxMachines)
            throw new AccountRuleException(AccountRule.MachineLimit);
        if (specification.Starts)
            RequireCapacity(specification.Region, specification.Hardware.Type, now);
        var internalId = Machines.NextInternalId();
        var machine = new SimulatedMachine
        {
            Id = NewMachineId(internalId),
            InternalId = internalId,
            Name = specification.Name,
            Hardware = specification.Hardware,
            Template = specification.Template,
            Region = specification.Region,
            BillingType = specification.BillingType,
            UserId = specification.UserId ?? Options.UserId,
            TeamId = specification.TeamId ?? Options.TeamId,
            Network = Network(specification),
            ScriptId = specification.ScriptId,
            CreatedAt = now,
            HasDynamicIp = specification.PublicIpType == SimulatedPublicIpType.Dynamic,
            TakesSnapshotAtFirstStart = specification.TakesInitialSnapshot,
            ShutdownTimeoutInHours = specification.ShutdownTimeoutInHours,
            RestorePointEnabled = specification.RestorePointEnabled,
            RestorePointFrequency = specification.RestorePointFrequency,
        };
        Machines.Add(machine);
        SetPublicIp(machine, specification.PublicIpType, now);
        Transitions.Create(machine, now, specification.Starts ? NextStart(machine, now) : null);
        KeepFirstStartSnapshot(machine, now);
        return machine;
    }

    /// <summary>Starts a machine that is, or will be, off; any other is left alone.</summary>
    /// <returns>The start event; null when there is none.</returns>
    /// <exception cref="AccountRuleException">The type cannot be had, and the start is refused at once.</exception>
    public SimulatedMachineEvent? Start(SimulatedMachine machine, DateTimeOffset now)
    {
        var isOff = machine.Timeline.Last.State == SimulatedMachineState.Off;
        if (!isOff || machine.Timeline.IsPending(SimulatedEventName.Start, now))
            return null;
        RequireCapacity(machine.Region, machine.HardwareAt(now).Type, now);
        var start = Transitions.Start(machine, now, NextStart(machine, now));
        KeepFirstStartSnapshot(machine, now);
        return start;
    }

    /// <summary>Stops a machine that is not, and will not be, off.</summary>
    /// <returns>The stop event; null when there is none.</returns>
    public SimulatedMachineEvent? Stop(SimulatedMachine machine, DateTimeOffset now) =>
        machine.Timeline.Last.State == SimulatedMachineState.Off ? null : Transitions.Stop(machine, now);

    /// <summary>Restarts a machine, which keeps the dynamic address that it has.</summary>
    public SimulatedMachineEvent Restart(SimulatedMachine machine, DateTimeOffset now)
    {
        var address = machine.Timeline.Last.DynamicIp ?? (machine.HasDynamicIp ? PublicIps.Lend() : null);
        return Transitions.Restart(machine, now, address);
    }

    /// <summary>Destroys a machine; one that is being destroyed already is left alone.</summary>
    /// <returns>The event that tells of it.</returns>
    public SimulatedMachineEvent Destroy(SimulatedMachine machine, bool releasesPublicIp, DateTimeOffset now)
    {
        if (machine.RemovedAt is not null)
            return machine.Timeline.EventsAt(now).First(known => known.Name == SimulatedEventName.Deactivate);
        if (releasesPublicIp && machine.StaticIp is { } address)
            PublicIps.Release(address);
        var deactivate = Transitions.Destroy(machine, now);
        Machines.NoteRemoval(now);
        return deactivate;
    }

    /// <summary>Changes the settings of a machine.</summary>
    public void Update(SimulatedMachine machine, MachineUpdate update, DateTimeOffset now)
    {
        machine.Name = update.Name.Or(machine.Name);
        machine.ShutdownTimeoutInHours = update.ShutdownTimeoutInHours.Or(machine.ShutdownTimeoutInHours);
        machine.ShutdownTimeoutForces = update.ShutdownTimeoutForces.Or(machine.ShutdownTimeoutForces);
        machine.AutoSnapshotEnabled = update.AutoSnapshotEnabled.Or(machine.AutoSnapshotEnabled);
        machine.AutoSnapshotFrequency = update.AutoSnapshotFrequency.Or(machine.AutoSnapshotFrequency);
        machine.AutoSnapshotSaveCount = update.AutoSnapshotSaveCount.Or(machine.AutoSnapshotSaveCount);
        machine.RestorePointEnabled = update.RestorePointEnabled.Or(machine.RestorePointEnabled);
        machine.RestorePointFrequency = update.RestorePointFrequency.Or(machine.RestorePointFrequency);
        machine.RestorePoint = update.RestorePoint.Or(machine.RestorePoint);
        machine.Network = update.Network.Or(machine.Network);
        SetPublicIp(machine, update.PublicIpType.Or(machine.PublicIpType), now);
        machine.ModifiedAt = now;
    }

    /// <summary>Changes the type and the disk of a machine that is off.</summary>
    /// <exception cref="AccountRuleException">The machine is not off, the disk would shrink, or the type is of another kind.</exception>
    public SimulatedMachineEvent Upgrade(SimulatedMachine machine, MachineHardware hardware, DateTimeOffset now)
    {
        var current = machine.HardwareAt(now);
        if (hardware.Size < current.Size)
            throw new AccountRuleException(AccountRule.DiskNeverShrinks);
        if (hardware.Type.Family != current.Type.Family)
            throw new AccountRuleException(AccountRule.MachineTypeStaysInFamily);
        PowerStateRules.RequireOff(new SimulatedMachineView(machine, now));
        var upgrade = Transitions.Upgrade(machine, now);
        machine.Upgrade(hardware, upgrade.FinishedAt);
        machine.ModifiedAt = now;
        return upgrade;
    }

    /// <summary>Takes a snapshot of a machine's disk.</summary>
    public (SimulatedSnapshot Snapshot, SimulatedMachineEvent Event) TakeSnapshot(SimulatedMachine machine, string name, DateTimeOffset now)
    {
        var taken = Transitions.TakeSnapshot(machine, now);
        return (AddSnapshot(machine, name, taken, now), taken);
    }

    /// <summary>Deletes a snapshot, which is gone when the event is done.</summary>
    public SimulatedMachineEvent Delete(SimulatedSnapshot snapshot, DateTimeOffset now)
    {
        var deleted = Transitions.DeleteSnapshot(snapshot.Machine, now);
        snapshot.RemovedAt = deleted.FinishedAt;
        if (snapshot.Machine.RestorePoint == snapshot)
            snapshot.Machine.RestorePoint = null;
        return deleted;
    }

    /// <summary>Sets the disk of a machine back to a snapshot.</summary>
    public SimulatedMachineEvent Restore(SimulatedSnapshot snapshot, bool takesSnapshotBefore, DateTimeOffset now)
    {
        var from = now;
        if (takesSnapshotBefore)
            from = TakeSnapshot(snapshot.Machine, $"before restore of {snapshot.Name}", now).Event.FinishedAt;
        return Transitions.RestoreSnapshot(snapshot.Machine, now, from);
    }

    /// <summary>Makes a template of a machine that is off.</summary>
    /// <exception cref="AccountRuleException">The machine is not off.</exception>
    public (SimulatedTemplate Template, SimulatedMachineEvent Event) CreateTemplate(
        SimulatedMachine machine, string name, DateTimeOffset now)
    {
        PowerStateRules.RequireOff(new SimulatedMachineView(machine, now));
        var template = new SimulatedTemplate
        {
            Id = NewId("t", 7),
            Name = name,
            Label = name,
            Os = machine.Template.Os,
            CreatedAt = now,
            Parent = machine,
            DefaultSize = machine.HardwareAt(now).Size,
        };
        Templates.Add(template);
        return (template, Transitions.CreateTemplate(machine, now));
    }

    /// <summary>Makes a private network, to which all machines of the region that are in none can be moved.</summary>
    public SimulatedNetwork CreateNetwork(string name, string region, bool migratesMachines, DateTimeOffset now)
    {
        var network = Networks.Add(name, region, Random, now);
        if (migratesMachines)
        {
            foreach (var machine in Machines.At(now).Where(machine => machine.Network.IsDefault && machine.Region == region))
                machine.Network = network;
        }

        return network;
    }

    /// <summary>Deletes a private network.</summary>
    /// <exception cref="AccountRuleException">There are machines in it.</exception>
    public void Delete(SimulatedNetwork network, DateTimeOffset now)
    {
        if (Machines.At(now).Any(machine => machine.Network == network))
            throw new AccountRuleException(AccountRule.NetworkIsEmpty);
        Networks.Remove(network);
    }

    /// <summary>Assigns a machine a static address of the account.</summary>
    /// <exception cref="AccountRuleException">Another machine has it, or the machine is in another region.</exception>
    public static void Assign(SimulatedPublicIp address, SimulatedMachine machine, DateTimeOffset now)
    {
        if (address.Region != machine.Region)
            throw new AccountRuleException(AccountRule.RegionsMatch);
        if (address.AssignedMachineId(now) is { } assigned && assigned != machine.Id)
            throw new AccountRuleException(AccountRule.PublicIpIsFree);
        SimulatedPublicIpRepository.Assign(address, machine);
        machine.ModifiedAt = now;
    }

    /// <summary>Makes a shared drive in a private network.</summary>
    public SimulatedSharedDrive CreateDrive(string name, int size, SimulatedNetwork network, DateTimeOffset now)
    {
        var drive = new SimulatedSharedDrive
        {
            Id = NewId("sd", 7),
            Name = name,
            Size = size,
            Network = network,
            Address = $"{network.Address.Substring(0, network.Address.LastIndexOf('.'))}.254",
            UserName = "shareuser",
            Password = NewId("", 16),
            CreatedAt = now,
        };
        SharedDrives.Add(drive);
        return drive;
    }

    /// <summary>Deletes a startup script, which no machine then has any more.</summary>
    public void Delete(SimulatedScript script, DateTimeOffset now)
    {
        foreach (var machine in Machines.At(now).Where(machine => machine.ScriptId == script.Id))
            machine.ScriptId = null;
        Scripts.Remove(script, now);
    }

    /// <summary>Creates an id that is not in use.</summary>
    public string NewId(string prefix, int length) => Random.Id(prefix, length, _ids++, -3);

    /// <summary>Creates a machine id that is not in use.</summary>
    public string NewMachineId(long internalId)
    {
        for (var attempt = 0L; ; attempt++)
        {
            var id = Random.Id("ps", 7, internalId, attempt);
            if (!Machines.Contains(id))
                return id;
        }
    }

    private SimulatedNetwork Network(MachineSpecification specification) =>
        Networks.FindPrivate(specification.NetworkId ?? "") ?? Networks.DefaultFor(specification.Region);

    private SimulatedSnapshot AddSnapshot(SimulatedMachine machine, string name, SimulatedMachineEvent taken, DateTimeOffset now)
    {
        var snapshot = new SimulatedSnapshot
        {
            Id = NewId("sl", 12),
            Name = name,
            Machine = machine,
            CreatedAt = taken.CreatedAt,
            CompletedAt = taken.FinishedAt,
        };
        Snapshots.Add(snapshot, now);
        return snapshot;
    }

    private void KeepFirstStartSnapshot(SimulatedMachine machine, DateTimeOffset now)
    {
        if (machine.FirstStartSnapshot is not { } taken)
            return;
        machine.FirstStartSnapshot = null;
        var snapshot = AddSnapshot(machine, "initial", taken, now);
        if (machine.RestorePointFrequency is not null)
            machine.RestorePoint = snapshot;
    }

    // The two kinds of address exclude each other, so asking for one gives up the other.
    private void SetPublicIp(SimulatedMachine machine, SimulatedPublicIpType type, DateTimeOffset now)
    {
        if (type == SimulatedPublicIpType.Static)
        {
            if (machine.StaticIp is null)
                SimulatedPublicIpRepository.Assign(PublicIps.Acquire(machine.Region, now), machine);
            return;
        }

        machine.HasDynamicIp = type == SimulatedPublicIpType.Dynamic;
        if (machine.StaticIp is { } address)
            PublicIps.Release(address);
    }

    private void RequireCapacity(string region, SimulatedMachineType type, DateTimeOffset now)
    {
        if (Options.CapacityShortage == CapacityShortage.RefusesRequest && !Capacity.Has(region, type, now))
            throw new AccountRuleException(AccountRule.CapacityIsSufficient);
    }

    private StartOutcome NextStart(SimulatedMachine machine, DateTimeOffset now) => new(
        machine.HasDynamicIp ? PublicIps.Lend() : null,
        StartFailures.Take(machine)
            ?? (Capacity.Has(machine.Region, machine.HardwareAt(now).Type, now) ? null : StartFailures.InsufficientCapacity));
}
