namespace Paperspace.Simulator;

/// <summary>What an update asks for, all of it checked before any of it is applied.</summary>
internal sealed class MachineChanges
{
    private readonly BodyParameters _body;
    private readonly string? _name;
    private readonly int? _timeout;
    private readonly bool? _forces;
    private readonly bool? _snapshots;
    private readonly string? _frequency;
    private readonly int? _saveCount;
    private readonly bool? _dynamicIp;
    private readonly bool? _staticIp;

    public MachineChanges(BodyParameters body)
    {
        _body = body;
        _name = body.Text("machineName");
        _timeout = body.Count("shutdownTimeoutInHours");
        _forces = body.Flag("shutdownTimeoutForces");
        _snapshots = body.Flag("performAutoSnapshot");
        _frequency = body.Text("autoSnapshotFrequency");
        _saveCount = body.Count("autoSnapshotSaveCount");
        _dynamicIp = body.Flag("dynamicPublicIp");
        _staticIp = body.Flag("assignPublicIp");
        // `month` is not in the reference but was recorded.
        if (_frequency is not (null or "hour" or "day" or "week" or "month"))
            throw Rejection.WrongType("autoSnapshotFrequency", "one of 'hour', 'day', 'week', or null");
        if (_name is { Length: 0 })
            throw Rejection.WrongType("machineName", "a name");
        if (_dynamicIp == true && _staticIp == true)
            throw Rejection.Invalid("Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`");
    }

    public void Apply(Machine machine, PublicAddresses addresses)
    {
        machine.Name = _name ?? machine.Name;
        machine.ShutdownTimeoutForces = _forces ?? machine.ShutdownTimeoutForces;
        machine.PerformAutoSnapshot = _snapshots ?? machine.PerformAutoSnapshot;
        if (_body.Has("shutdownTimeoutInHours"))
            machine.ShutdownTimeoutInHours = _timeout;
        if (_body.Has("autoSnapshotFrequency"))
            machine.AutoSnapshotFrequency = _frequency;
        if (_body.Has("autoSnapshotSaveCount"))
            machine.AutoSnapshotSaveCount = _saveCount;
        ApplyAddresses(machine, addresses);
    }

    // The two kinds of address exclude each other, so asking for one gives up the other.
    private void ApplyAddresses(Machine machine, PublicAddresses addresses)
    {
        machine.HasDynamicIp = _staticIp != true && (_dynamicIp ?? machine.HasDynamicIp);
        if (_staticIp == true)
            machine.StaticIp ??= addresses.Acquire();
        if (_dynamicIp == true && machine.StaticIp is not null)
        {
            addresses.Release(machine.StaticIp);
            machine.StaticIp = null;
        }
    }
}
