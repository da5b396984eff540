namespace Paperspace.PowerShell;

/// <summary>Shows what a command is doing with its machines, in one progress bar.</summary>
internal sealed class MachineProgress : IDisposable
{
    private readonly PaperspaceCmdlet _cmdlet;
    private readonly List<MachineRun> _runs = [];
    private ProgressBar? _bar;
    private string _activity = "";
    private string _shown = "";

    /// <summary>Creates the progress; shows nothing.</summary>
    public MachineProgress(PaperspaceCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
    }

    /// <summary>Adds a machine.</summary>
    public void Add(MachineRun run) => _runs.Add(run);

    /// <summary>Removes a machine.</summary>
    public void Remove(MachineRun run) => _runs.Remove(run);

    /// <summary>Shows the progress, on the pipeline thread; nothing while no machine has a status.</summary>
    public void Show(DateTimeOffset now)
    {
        var statuses = new List<(MachineRun Run, MachineStatus Status)>();
        foreach (var run in _runs)
            if (run.Status is { } status)
                statuses.Add((run, status));
        if (statuses.Count == 0)
        {
            Dispose();
            return;
        }

        var first = statuses[0];
        var (activity, state) = statuses.Count == 1
            ? ($"{first.Status.Activity} {first.Run.Name}", Describe(first.Status, now))
            : (FormattableString.Invariant($"Working on {_runs.Count} machines"), Count(statuses.Select(item => item.Status.Activity)));
        if (activity + state == _shown) return;
        _shown = activity + state;
        if (activity != _activity) (_bar, _activity) = (new ProgressBar(_cmdlet, activity), activity);
        _bar!.Write(state, statuses.Count == 1 ? FindPercent(first.Status, now) : -1);
    }

    /// <summary>Removes the bar.</summary>
    public void Dispose()
    {
        _bar?.Dispose();
        (_bar, _activity, _shown) = (null, "", "");
    }

    private static string Describe(MachineStatus status, DateTimeOffset now)
    {
        var elapsed = Describe(now - status.Since);
        var limit = status.Limit is { } time ? $" of {Describe(time)}" : "";
        return status.State.Length == 0 ? $"{elapsed}{limit}" : $"{status.State}; {elapsed}{limit}";
    }

    private static string Describe(TimeSpan time) => time < TimeSpan.FromMinutes(2)
        ? FormattableString.Invariant($"{Math.Max(0, Math.Floor(time.TotalSeconds))} s")
        : FormattableString.Invariant($"{Math.Floor(time.TotalMinutes)} min");

    private static int FindPercent(MachineStatus status, DateTimeOffset now) => status.Limit is { Ticks: > 0 } limit
        ? (int)Math.Max(0, Math.Min(100, 100d * (now - status.Since).Ticks / limit.Ticks))
        : -1;

    private static string Count(IEnumerable<string> activities) => string.Join(
        ", ",
        activities.GroupBy(activity => activity).OrderByDescending(group => group.Count())
            .Select(group => FormattableString.Invariant($"{group.Key.ToLowerInvariant()} {group.Count()}")));
}
