namespace Paperspace.Simulator.Core;

/// <summary>Reads the body of an update, all of it before any of it is applied.</summary>
internal static class UpdateMachineBody
{
    public static MachineUpdate Read(CoreBody body, SimulatedMachine machine)
    {
        var name = body.Text("machineName");
        var timeout = body.Count("shutdownTimeoutInHours");
        var forces = body.Flag("shutdownTimeoutForces");
        var snapshots = body.Flag("performAutoSnapshot");
        var frequency = CoreFrequencies.Parse(body.Text("autoSnapshotFrequency"));
        var saveCount = body.Count("autoSnapshotSaveCount");
        var hasDynamicIp = body.Flag("dynamicPublicIp");
        var hasStaticIp = body.Flag("assignPublicIp");
        if (name is { Length: 0 })
            throw CoreErrors.WrongType("machineName", "a name");
        if (hasDynamicIp == true && hasStaticIp == true)
            throw CoreErrors.Invalid("Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`");
        return new MachineUpdate
        {
            Name = name ?? machine.Name,
            ShutdownTimeoutInHours = body.Has("shutdownTimeoutInHours") ? timeout : machine.ShutdownTimeoutInHours,
            ShutdownTimeoutForces = forces ?? machine.ShutdownTimeoutForces,
            AutoSnapshotEnabled = snapshots ?? machine.AutoSnapshotEnabled,
            AutoSnapshotFrequency = body.Has("autoSnapshotFrequency") ? frequency : machine.AutoSnapshotFrequency,
            AutoSnapshotSaveCount = body.Has("autoSnapshotSaveCount") ? saveCount : machine.AutoSnapshotSaveCount,
            PublicIpType = PublicIpType(machine.PublicIpType, hasDynamicIp, hasStaticIp),
        };
    }

    private static SimulatedPublicIpType PublicIpType(SimulatedPublicIpType current, bool? hasDynamicIp, bool? hasStaticIp)
    {
        if (hasStaticIp == true)
            return SimulatedPublicIpType.Static;
        if (hasDynamicIp == true)
            return SimulatedPublicIpType.Dynamic;
        return hasDynamicIp == false && current == SimulatedPublicIpType.Dynamic ? SimulatedPublicIpType.None : current;
    }
}
