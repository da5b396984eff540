namespace Paperspace;

/// <summary>Describes the current activity of a machine, as read on the machine itself.</summary>
public sealed class MachineActivity : Resource
{
    /// <summary>Gets or sets the id of the machine.</summary>
    public string MachineId { get; set; } = "";

    /// <summary>Gets or sets the name of the machine; null if it has none.</summary>
    public string? MachineName { get; set; }

    /// <summary>
    /// Gets or sets whether the machine has been idle for the specified time: no GPU use, no load, no terminal input
    /// and no detached job. Null if its GPUs cannot be read.
    /// </summary>
    public bool? IsIdle { get; set; }

    /// <summary>Gets or sets why the machine is not idle, such as <c>load 3.2</c> or <c>job nightly</c>; null if it is idle or not
    /// known.</summary>
    public string? BusyReason { get; set; }

    /// <summary>
    /// Gets or sets the time since when the machine has been idle, in UTC; null if it is busy or its GPUs cannot be
    /// read.
    /// </summary>
    public DateTimeOffset? IdleSince { get; set; }

    /// <summary>Gets or sets the utilization of the busiest GPU in percent; null if there is none or it cannot be read.</summary>
    public int? GpuUtilization { get; set; }

    /// <summary>Gets or sets the used memory of all GPUs in bytes; null if there is none or it cannot be read.</summary>
    public long? GpuMemoryUsed { get; set; }

    /// <summary>Gets or sets the memory of all GPUs in bytes; null if there is none or it cannot be read.</summary>
    public long? GpuMemoryTotal { get; set; }

    /// <summary>Gets or sets the GPUs; empty if there is none or they cannot be read.</summary>
    public IReadOnlyList<GpuActivity> Gpus { get; set => field = value.ToReadable()!; } = new ReadableList<GpuActivity>([]);

    /// <summary>Gets or sets the load average over the last minute: the number of processes that run or wait for the disk.</summary>
    public double Load1 { get; set; }

    /// <summary>Gets or sets the load average over the last five minutes.</summary>
    public double Load5 { get; set; }

    /// <summary>Gets or sets the load average over the last fifteen minutes.</summary>
    public double Load15 { get; set; }

    /// <summary>Gets or sets the number of CPUs; null if the machine does not report it.</summary>
    public int? Cpus { get; set; }

    /// <summary>Gets or sets the names of the users who are logged in at a terminal, one for each terminal.</summary>
    public IReadOnlyList<string> LoggedInUsers { get; set => field = value.ToReadable()!; } = new ReadableList<string>([]);

    /// <summary>Gets or sets the names of the detached jobs that run.</summary>
    public IReadOnlyList<string> RunningJobs { get; set => field = value.ToReadable()!; } = new ReadableList<string>([]);

    /// <summary>Gets or sets how long the machine has been up, in seconds.</summary>
    public double UptimeSeconds { get; set; }

    /// <summary>Gets or sets the time when the activity was read, in UTC, by the clock of this computer.</summary>
    public DateTimeOffset ReadAt { get; set; }

    /// <inheritdoc/>
    public override string ToString() => MachineName is null ? MachineId : $"{MachineId} ({MachineName})";
}
