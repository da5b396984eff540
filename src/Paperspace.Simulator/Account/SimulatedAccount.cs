namespace Paperspace.Simulator;

/// <summary>Represents the account, which the APIs read and change. Callers must hold the account's lock.</summary>
internal sealed class SimulatedAccount
{
    private int _ids;

    public SimulatedAccount(SimulatorOptions options, DateTimeOffset now)
    {
        Options = options;
        Random = new DeterministicRandom(options.RandomSeed);
        Transitions = new SimulatedMachineTransitions(Timing(options.StaleFor), Random, MisreportedEvents);
        Readings = new SimulatedReadings(options, Machines, Random, SimulatedMachineSeeder.JustBefore(now));
        Actions = new SimulatedMachineActions(this);
        Team = new SimulatedTeam(options.TeamId, options.TeamNamespace, "Example Team", options.MaxMachines, now.AddYears(-1));
        Users = new SimulatedUserRepository(options, now);
        Networks = new SimulatedNetworkRepository(options, now);
        Capacity = new SimulatedCapacity(options, Random, now);
        new SimulatedMachineSeeder(this, now).Seed();
    }

    public SimulatorOptions Options { get; }

    public DeterministicRandom Random { get; }

    public SimulatedMachineTransitions Transitions { get; }

    public SimulatedMachineActions Actions { get; }

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

    /// <summary>Gets the account as responses show it.</summary>
    public SimulatedReadings Readings { get; }

    /// <summary>Gets the failures of future starts.</summary>
    public MachineQueue<StartFailure> StartFailures { get; } = new();

    /// <summary>Gets the error messages of future deletions that fail.</summary>
    public MachineQueue<string> DeletionFailures { get; } = new();

    /// <summary>Gets the machines whose next event ends in <c>error</c> without a message although the action succeeds.</summary>
    public MachineQueue<bool> MisreportedEvents { get; } = new();

    public TransitionTiming Timing(TimeSpan staleFor) => new(Options.Speed, Options.Jitter, staleFor, Options.Durations, Random);

    public (SimulatedSnapshot Snapshot, SimulatedMachineEvent Event) TakeSnapshot(SimulatedMachine machine, string name, DateTimeOffset now)
    {
        var taken = Transitions.TakeSnapshot(machine, now);
        return (AddSnapshot(machine, name, taken, now), taken);
    }

    public SimulatedSnapshot AddSnapshot(SimulatedMachine machine, string name, SimulatedMachineEvent taken, DateTimeOffset now)
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

    /// <summary>Deletes a snapshot, which exists until its event is done.</summary>
    public SimulatedMachineEvent Delete(SimulatedSnapshot snapshot, DateTimeOffset now)
    {
        var deleted = Transitions.DeleteSnapshot(snapshot.Machine, now);
        snapshot.RemovedAt = deleted.FinishedAt;
        if (snapshot.Machine.RestorePoint == snapshot) snapshot.Machine.RestorePoint = null;
        return deleted;
    }

    public SimulatedMachineEvent Restore(SimulatedSnapshot snapshot, bool takesSnapshotBefore, DateTimeOffset now)
    {
        var from = now;
        if (takesSnapshotBefore)
            from = TakeSnapshot(snapshot.Machine, $"before restore of {snapshot.Name}", now).Event.FinishedAt;
        return Transitions.RestoreSnapshot(snapshot.Machine, now, from);
    }

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
            SystemLabel = machine.Template.SystemLabel,
            CreatedAt = now,
            Parent = machine,
            DefaultSize = machine.HardwareAt(now).Size,
        };
        Templates.Add(template);
        return (template, Transitions.CreateTemplate(machine, now));
    }

    /// <summary>Creates a private network. On request, moves the region's machines that have no private network to it.</summary>
    public SimulatedNetwork CreateNetwork(string name, string region, bool migratesMachines, DateTimeOffset now)
    {
        var network = Networks.Add(name, region, Random, now);
        if (!migratesMachines) return network;
        foreach (var machine in Machines.At(now).Where(machine => machine.Network.IsDefault && machine.Region == region))
            machine.Network = network;
        return network;
    }

    /// <exception cref="AccountRuleException">The network has machines.</exception>
    public void Delete(SimulatedNetwork network, DateTimeOffset now)
    {
        if (Machines.At(now).Any(machine => machine.Network == network)) throw new AccountRuleException(AccountRule.NetworkIsEmpty);
        Networks.Remove(network);
    }

    /// <exception cref="AccountRuleException">Another machine has the address, or the machine is in another region.</exception>
    public static void Assign(SimulatedPublicIp address, SimulatedMachine machine, DateTimeOffset now)
    {
        if (address.Region != machine.Region) throw new AccountRuleException(AccountRule.RegionsMatch);
        if (address.AssignedMachineId(now) is { } assigned && assigned != machine.Id)
            throw new AccountRuleException(AccountRule.PublicIpIsFree);
        SimulatedPublicIpRepository.Assign(address, machine);
        machine.ModifiedAt = now;
    }

    public SimulatedSharedDrive CreateDrive(string name, int size, SimulatedNetwork network, DateTimeOffset now)
    {
        var drive = new SimulatedSharedDrive
        {
            Id = NewDriveId(),
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

    /// <summary>Deletes a script and unassigns it from its machines.</summary>
    public void Delete(SimulatedScript script, DateTimeOffset now)
    {
        foreach (var machine in Machines.At(now).Where(machine => machine.ScriptId == script.Id)) machine.ScriptId = null;
        Scripts.Remove(script, now);
    }

    public string NewScriptId() => NewId("sc", 7);

    public string NewMachineId(long internalId)
    {
        for (var attempt = 0L; ; attempt++)
        {
            var id = Random.Id("ps", 7, internalId, attempt);
            if (!Machines.Contains(id)) return id;
        }
    }

    // Unlike other ids, a drive's has letters of both cases and no prefix.
    private string NewDriveId() =>
        Random.Id("", 12, _ids++, -3, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    private string NewId(string prefix, int length) => Random.Id(prefix, length, _ids++, -3);
}
