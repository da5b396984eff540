namespace Paperspace.Simulator;

internal sealed class SimulatedMachineActions(SimulatedAccount account)
{
    public const string DeletionError = "The machine could not be deleted.";

    /// <summary>Creates a machine, which is provisioned and then, by default, started.</summary>
    /// <exception cref="AccountRuleException">The team has too many machines, or capacity is required but not available.</exception>
    public SimulatedMachine Create(MachineSpecification specification, DateTimeOffset now)
    {
        if (account.Machines.At(now).Count() >= account.Team.MaxMachines) throw new AccountRuleException(AccountRule.MachineLimit);
        if (specification.Starts) RequireCapacity(specification.Region, specification.Hardware.Type, now);
        var internalId = account.Machines.NextInternalId();
        var machine = new SimulatedMachine
        {
            Id = account.NewMachineId(internalId),
            InternalId = internalId,
            Name = specification.Name,
            Hardware = specification.Hardware,
            Template = specification.Template,
            Region = specification.Region,
            BillingType = specification.BillingType,
            UserId = specification.UserId ?? account.Options.UserId,
            TeamId = specification.TeamId ?? account.Options.TeamId,
            Network = account.Networks.FindPrivate(specification.NetworkId ?? "") ?? account.Networks.DefaultFor(specification.Region),
            ScriptId = specification.ScriptId,
            CreatedAt = now,
            ShownFrom = now + account.Readings.CreationLag,
            HasDynamicIp = specification.PublicIpType == SimulatedPublicIpType.Dynamic,
            TakesSnapshotAtFirstStart = specification.TakesInitialSnapshot,
            ShutdownTimeoutInHours = specification.ShutdownTimeoutInHours,
            RestorePointEnabled = specification.RestorePointEnabled,
            RestorePointFrequency = specification.RestorePointFrequency,
        };
        account.Machines.Add(machine);
        SetPublicIp(machine, specification.PublicIpType, now);
        account.Transitions.Create(machine, now, specification.Starts ? NextStart(machine, now) : null);
        KeepFirstStartSnapshot(machine, now);
        return machine;
    }

    /// <summary>Starts a machine that is off or stopping. Does nothing to any other.</summary>
    /// <returns>The start event; null if there is none.</returns>
    /// <exception cref="AccountRuleException">Capacity is required but not available.</exception>
    public SimulatedMachineEvent? Start(SimulatedMachine machine, DateTimeOffset now)
    {
        var isOff = machine.Timeline.Last.State == SimulatedMachineState.Off;
        if (!isOff || machine.Timeline.IsPending(SimulatedEventName.Start, now)) return null;
        RequireCapacity(machine.Region, machine.HardwareAt(now).Type, now);
        var start = account.Transitions.Start(machine, now, NextStart(machine, now));
        KeepFirstStartSnapshot(machine, now);
        return start;
    }

    /// <summary>Stops a machine, unless it is off or stopping.</summary>
    /// <returns>The stop event; null if there is none.</returns>
    public SimulatedMachineEvent? Stop(SimulatedMachine machine, DateTimeOffset now) =>
        machine.Timeline.Last.State == SimulatedMachineState.Off ? null : account.Transitions.Stop(machine, now);

    public SimulatedMachineEvent Restart(SimulatedMachine machine, DateTimeOffset now)
    {
        var address = machine.Timeline.Last.DynamicIp ?? (machine.HasDynamicIp ? account.PublicIps.Lend() : null);
        return account.Transitions.Restart(machine, now, address);
    }

    /// <summary>Deletes a machine, unless that is in progress. A deletion that fails hides the machine until then.</summary>
    /// <returns>The event of the deletion.</returns>
    public SimulatedMachineEvent Destroy(SimulatedMachine machine, bool releasesPublicIp, DateTimeOffset now)
    {
        if (machine.IsBeingRemoved(now))
            return machine.Timeline.EventsAt(now).First(known => known.Name == SimulatedEventName.Deactivate);
        if (FailsDeletion(machine, out var error)) return account.Transitions.FailDestroy(machine, now, error);
        if (releasesPublicIp && machine.StaticIp is { } address) account.PublicIps.Release(address);
        var deactivate = account.Transitions.Destroy(machine, now);
        account.Machines.RecordRemoval(now);
        return deactivate;
    }

    /// <summary>Changes the machine type and disk size of a machine that is off.</summary>
    /// <exception cref="AccountRuleException">The machine is not off, the disk would shrink, or the type is of another family.</exception>
    public SimulatedMachineEvent Upgrade(SimulatedMachine machine, MachineHardware hardware, DateTimeOffset now)
    {
        var current = machine.HardwareAt(now);
        if (hardware.Size < current.Size) throw new AccountRuleException(AccountRule.DiskNeverShrinks);
        if (hardware.Type.Family != current.Type.Family) throw new AccountRuleException(AccountRule.MachineTypeStaysInFamily);
        PowerStateRules.RequireOff(new SimulatedMachineView(machine, now));
        var upgrade = account.Transitions.Upgrade(machine, now);
        machine.Upgrade(hardware, upgrade.FinishedAt);
        machine.ModifiedAt = now;
        return upgrade;
    }

    /// <summary>Changes the type of public IP address. A machine has at most one, so setting one type removes the other.</summary>
    public void SetPublicIp(SimulatedMachine machine, SimulatedPublicIpType type, DateTimeOffset now)
    {
        if (type == SimulatedPublicIpType.Static)
        {
            if (machine.StaticIp is null)
                SimulatedPublicIpRepository.Assign(account.PublicIps.Acquire(machine.Region, now), machine);
            return;
        }

        machine.HasDynamicIp = type == SimulatedPublicIpType.Dynamic;
        if (machine.StaticIp is { } address) account.PublicIps.Release(address);
    }

    private void KeepFirstStartSnapshot(SimulatedMachine machine, DateTimeOffset now)
    {
        if (machine.FirstStartSnapshot is not { } taken) return;
        machine.FirstStartSnapshot = null;
        var snapshot = account.AddSnapshot(machine, "initial", taken, now);
        if (machine.RestorePointFrequency is not null) machine.RestorePoint = snapshot;
    }

    private bool FailsDeletion(SimulatedMachine machine, out string error)
    {
        var share = account.Options.FailedDeletions;
        var fails = account.DeletionFailures.TryTake(machine, out var message)
            || (share > 0 && account.Random.Fraction(RandomPurpose.Deletion, machine.InternalId, machine.Timeline.NextOrdinal()) < share);
        error = message ?? DeletionError;
        return fails;
    }

    private void RequireCapacity(string region, SimulatedMachineType type, DateTimeOffset now)
    {
        if (account.Options.CapacityShortage == CapacityShortage.RefusesRequest && !account.Capacity.Has(region, type, now))
            throw new AccountRuleException(AccountRule.CapacityIsSufficient);
    }

    private StartOutcome NextStart(SimulatedMachine machine, DateTimeOffset now) => new(
        machine.HasDynamicIp ? account.PublicIps.Lend() : null,
        account.StartFailures.TryTake(machine, out var failure) ? failure
            : account.Capacity.Has(machine.Region, machine.HardwareAt(now).Type, now) ? null
            : StartFailure.InsufficientCapacity);
}
