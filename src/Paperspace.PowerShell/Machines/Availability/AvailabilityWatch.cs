using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Asks about machine types in regions round by round, and emits what has changed since the round before.</summary>
internal sealed class AvailabilityWatch
{
    public const string Available = "Available";

    private static readonly TimeSpan DefaultPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MinPause = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan MaxPause = TimeSpan.FromDays(1);

    /// <summary>The time that each request is allowed at the least, where the caller says nothing.</summary>
    private static readonly TimeSpan PausePerRequest = TimeSpan.FromSeconds(0.5);

    private readonly AccountCmdlet _cmdlet;
    private readonly IPaperspaceClient _client;
    private readonly IReadOnlyList<PlacementOption> _asked;
    private readonly bool _emitsRows;
    private readonly Dictionary<PlacementOption, bool?> _last = [];
    private readonly HashSet<PlacementOption> _failed = [];

    /// <summary>Creates a watch; sends nothing.</summary>
    /// <param name="asked">What to ask about, in the order in which it is given.</param>
    /// <param name="emitsRows">Whether to emit a row for each machine type.</param>
    public AvailabilityWatch(AccountCmdlet cmdlet, IPaperspaceClient client, IReadOnlyList<PlacementOption> asked, bool emitsRows)
    {
        _cmdlet = cmdlet;
        _client = client;
        _asked = asked;
        _emitsRows = emitsRows;
    }

    private bool IsAnyAvailable => _last.Values.Any(available => available == true);

    /// <summary>Asks until something can be had, or the time is over.</summary>
    /// <param name="timeout">How long to watch; null for ever.</param>
    /// <param name="interval">The pause between two rounds; null for one that suits how much is asked.</param>
    /// <param name="endsWhenAvailable">Whether it ends once something can be had.</param>
    /// <exception cref="PaperspaceException">Nothing could be had before the time was over.</exception>
    public async Task RunAsync(TimeSpan? timeout, TimeSpan? interval, bool endsWhenAvailable, CancellationToken cancellationToken)
    {
        var until = timeout is { } limit ? _client.Now + limit : (DateTimeOffset?)null;
        var pause = GetPause(interval);
        using var progress = new ProgressBar(_cmdlet, "Watching availability");
        while (true)
        {
            await AskAsync(cancellationToken);
            if (endsWhenAvailable && IsAnyAvailable) return;
            var left = until - _client.Now;
            if (left <= TimeSpan.Zero) break;
            progress.Write(Describe(pause), 0);
            await _client.DelayAsync(left < pause ? left.Value : pause, cancellationToken);
        }

        if (endsWhenAvailable)
            throw new PaperspaceException(
                PaperspaceErrorReason.WaitTimeout, $"None of these became available within {DurationText.Format(timeout!.Value)}: {string.Join(", ", _asked)}.")
            { Parameters = [nameof(GetPsMachineAvailabilityCommand.Timeout)] };
    }

    /// <summary>Asks once, and emits what is not as it was.</summary>
    public async Task AskAsync(CancellationToken cancellationToken)
    {
        var requests = _asked.Select(asked => AskAsync(asked, cancellationToken)).ToArray();
        await ((Task)Task.WhenAny(Task.WhenAll(requests))).WaitAsync(cancellationToken);
        var changed = new List<KeyValuePair<PlacementOption, MachineAvailability>>();
        for (var i = 0; i < requests.Length; i++)
            if (await ReadAsync(_asked[i], requests[i]) is { } availability && Note(_asked[i], availability.Available))
                changed.Add(new KeyValuePair<PlacementOption, MachineAvailability>(_asked[i], availability));
        if (_emitsRows)
            foreach (var type in changed.Select(pair => pair.Key.MachineType).Distinct(StringComparer.OrdinalIgnoreCase))
                _cmdlet.WriteObject(CreateRow(type));
        else
            foreach (var pair in changed) _cmdlet.WriteObject(pair.Value);
    }

    private TimeSpan GetPause(TimeSpan? interval)
    {
        if (interval is { } given) return given < MinPause ? MinPause : given > MaxPause ? MaxPause : given;
        var needed = TimeSpan.FromTicks(PausePerRequest.Ticks * _asked.Count);
        return needed > DefaultPause ? needed : DefaultPause;
    }

    private Task<MachineAvailability> AskAsync(PlacementOption asked, CancellationToken cancellationToken) => _cmdlet.SendAsync(
        (client, token) => client.Machines.GetAvailabilityAsync(asked.Region, asked.MachineType, token), cancellationToken);

    private async Task<MachineAvailability?> ReadAsync(PlacementOption asked, Task<MachineAvailability> request)
    {
        try
        {
            var availability = await request;
            _failed.Remove(asked);
            return availability;
        }
        catch (PaperspaceException failure) when (failure.Reason != PaperspaceErrorReason.NotSupported)
        {
            // A failure that lasts is told once.
            if (_failed.Add(asked)) _cmdlet.WriteFailure(failure, asked.ToString());
            return null;
        }
    }

    private bool Note(PlacementOption asked, bool? available)
    {
        if (_last.TryGetValue(asked, out var before) && before == available) return false;
        _last[asked] = available;
        return true;
    }

    private MachineTypeAvailability CreateRow(string machineType)
    {
        var regions = new Dictionary<string, bool?>(StringComparer.OrdinalIgnoreCase);
        foreach (var asked in _asked.Where(asked => string.Equals(asked.MachineType, machineType, StringComparison.OrdinalIgnoreCase)))
            regions[Regions.ShortName(asked.Region)!] = _last.TryGetValue(asked, out var available) ? available : null;
        return new MachineTypeAvailability(machineType, regions);
    }

    private string Describe(TimeSpan pause) => string.Format(
        CultureInfo.InvariantCulture,
        "{0} of {1} available at {2:u}; checked every {3:0} s",
        _last.Values.Count(available => available == true), _asked.Count, _client.Now.UtcDateTime, pause.TotalSeconds);
}
