using System.Globalization;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Reads the output of <see cref="RemoteScript.ForActivity"/>, and decides whether the machine is idle.</summary>
internal static class MachineActivityReader
{
    /// <summary>A single process that computes has a load of 1; what a system does by itself stays far below.</summary>
    private const double MaxIdleLoad = 0.5;

    /// <summary>A desktop alone keeps a GPU busy by some percent.</summary>
    private const int MaxIdleUtilization = 5;

    private const long BytesPerMiB = 1024 * 1024;

    private static readonly Regex SampledMaximum = new(@"^\s*Max\s*:\s*(\d+)\s*%", RegexOptions.CultureInvariant);

    /// <summary>Reads the lines.</summary>
    /// <param name="lines">The lines.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="idleAfter">How long nothing must have happened.</param>
    /// <param name="now">The time, by the client's clock.</param>
    /// <exception cref="PaperspaceException">The machine reported something else.</exception>
    public static (MachineActivity Activity, string? Warning) Read(
        IReadOnlyList<string> lines, Machine machine, TimeSpan idleAfter, DateTimeOffset now)
    {
        var values = lines
            .Select(line => line.Split([' '], 2))
            .ToLookup(parts => parts[0], parts => parts.Length > 1 ? parts[1] : "", StringComparer.Ordinal);
        var loads = FindNumbers(values["load"].FirstOrDefault());
        var uptime = FindNumbers(values["uptime"].FirstOrDefault());
        // Output that was cut off must not make a busy machine look idle.
        if (loads.Count < 3 || uptime.Count < 1 || !values.Contains("end"))
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidResponse,
                $"Machine {MachineDescriptor.Instance.Identify(machine)} did not report its activity. It has to be a Linux machine.");
        var gpus = ReadGpus(values["gpu"], values["sample"]);
        var hasUnreadGpu = values.Contains("gpufail") || gpus.Any(gpu => gpu.Utilization is null);
        var activity = new MachineActivity
        {
            MachineId = machine.Id,
            MachineName = machine.Name,
            Load1 = loads[0],
            Load5 = loads[1],
            Load15 = loads[2],
            UptimeSeconds = uptime[0],
            Cpus = int.TryParse(values["cpus"].FirstOrDefault(), out var cpus) ? cpus : null,
            LoggedInUsers = [.. values["user"].Select(user => user.Split([' '], 2).Last())],
            RunningJobs = [.. values["job"]],
            Gpus = gpus,
            GpuUtilization = gpus.Max(gpu => gpu.Utilization),
            GpuMemoryUsed = Sum(gpus, gpu => gpu.MemoryUsed),
            GpuMemoryTotal = Sum(gpus, gpu => gpu.MemoryTotal),
            ReadAt = now,
        };
        var busy = FindReasons(activity).ToArray();
        if (busy.Length > 0)
        {
            activity.IsIdle = false;
            activity.BusyReason = string.Join(", ", busy);
        }
        else if (!hasUnreadGpu)
        {
            var (time, last) = FindIdleTime(values, TimeSpan.FromSeconds(uptime[0]));
            activity.IdleSince = now - time;
            activity.IsIdle = time >= idleAfter;
            if (activity.IsIdle == false) activity.BusyReason = $"{last} {DisplayText.Duration(time)} ago";
        }

        return (activity, busy.Length == 0 && hasUnreadGpu ? DescribeUnread(values) : null);
    }

    /// <summary>Returns what the machine is doing at the moment.</summary>
    private static IEnumerable<string> FindReasons(MachineActivity activity)
    {
        if (activity.GpuUtilization > MaxIdleUtilization) yield return FormattableString.Invariant($"GPU {activity.GpuUtilization}%");
        foreach (var job in activity.RunningJobs) yield return $"job {TerminalText.Sanitize(job)}";
        // The averages of the last minute, 5 and 15 minutes: a pause between two computations is not the end.
        var load = Math.Max(activity.Load1, Math.Max(activity.Load5, activity.Load15));
        if (load > MaxIdleLoad) yield return FormattableString.Invariant($"load {load:0.##}");
    }

    /// <summary>Returns how long ago anything happened: a key at a terminal, the end of a job, or the boot. The clock of the machine is
    /// compared only with itself.</summary>
    private static (TimeSpan Time, string Last) FindIdleTime(ILookup<string, string> values, TimeSpan uptime)
    {
        (TimeSpan Time, string Last) idle = (uptime, "started");
        if (FindNumbers(values["now"].FirstOrDefault()) is not [var now, ..]) return (TimeSpan.Zero, "started");
        var users = values["user"].Select(text => (text, Last: $"user {TerminalText.Sanitize(text.Split([' '], 2).Last())} active"));
        foreach (var (text, last) in users.Concat(values["ended"].Select(text => (text, "job ended"))))
        {
            // A terminal whose time cannot be read may be in use.
            var seconds = FindNumbers(text) is [> 0 and var at, ..] ? Math.Max(0, now - at) : 0;
            if (seconds < idle.Time.TotalSeconds) idle = (TimeSpan.FromSeconds(seconds), last);
        }

        return idle;
    }

    private static GpuActivity[] ReadGpus(IEnumerable<string> rows, IEnumerable<string> samples)
    {
        var gpus = rows.Select(ReadGpu).OfType<GpuActivity>().ToArray();
        var gpu = -1;
        var isOfGpu = false;
        foreach (var line in samples)
        {
            if (line.StartsWith("GPU ", StringComparison.Ordinal)) gpu++;
            if (line.IndexOf("Utilization Samples", StringComparison.Ordinal) >= 0)
                isOfGpu = line.IndexOf("GPU Utilization Samples", StringComparison.Ordinal) >= 0;
            if (!isOfGpu || gpu < 0 || gpu >= gpus.Length || SampledMaximum.Match(line) is not { Success: true } found) continue;
            if (int.TryParse(found.Groups[1].Value, out var maximum) && maximum > (gpus[gpu].Utilization ?? -1))
                gpus[gpu].Utilization = maximum;
        }

        return gpus;
    }

    private static GpuActivity? ReadGpu(string row)
    {
        var cells = row.Split([','], 5).Select(cell => cell.Trim()).ToArray();
        return cells.Length == 5 && int.TryParse(cells[0], out var index)
            ? new GpuActivity
            {
                Index = index,
                Utilization = (int?)FindNumber(cells[1]),
                MemoryUsed = FindNumber(cells[2]) * BytesPerMiB,
                MemoryTotal = FindNumber(cells[3]) * BytesPerMiB,
                Name = cells[4],
            }
            : null;
    }

    private static string DescribeUnread(ILookup<string, string> values) =>
        values["gpufail"].FirstOrDefault() is { Length: > 0 } said
            ? $"its GPUs cannot be read, so that it is not known whether it is idle. nvidia-smi: {TerminalText.Sanitize(said)}"
            : "its driver does not report the utilization of its GPUs, so that it is not known whether it is idle.";

    private static long? FindNumber(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static long? Sum(GpuActivity[] gpus, Func<GpuActivity, long?> get) =>
        gpus.Length > 0 && gpus.All(gpu => get(gpu) is not null) ? gpus.Sum(get) : null;

    private static List<double> FindNumbers(string? text)
    {
        var numbers = new List<double>();
        foreach (var word in (text ?? "").Split(' '))
        {
            if (!double.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) break;
            numbers.Add(number);
        }

        return numbers;
    }
}
