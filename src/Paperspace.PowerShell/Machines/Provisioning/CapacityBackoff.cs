namespace Paperspace.PowerShell;

/// <summary>Paces the rounds of attempts for one machine: growing pauses, and a time after which no further round begins.</summary>
internal sealed class CapacityBackoff
{
    /// <summary>Capacity is available for about a minute: a longer pause would miss it.</summary>
    private static readonly Backoff Pauses = new(TimeSpan.FromSeconds(10), 1.5, TimeSpan.FromSeconds(30));

    private readonly IPaperspaceClient _client;
    private readonly DateTimeOffset _until;
    private int _rounds;

    /// <summary>Begins before the first round.</summary>
    /// <param name="until">When the last round may begin.</param>
    public CapacityBackoff(IPaperspaceClient client, DateTimeOffset until)
    {
        _client = client;
        _until = until;
    }

    /// <summary>Waits until the next round is due.</summary>
    /// <param name="paused">Is called with the length of each pause, before it.</param>
    /// <returns>Whether there is a next round; false once the time is over.</returns>
    public async Task<bool> NextAsync(Action<TimeSpan> paused, CancellationToken cancellationToken)
    {
        if (_rounds++ == 0) return true;
        var left = _until - _client.Now;
        if (left <= TimeSpan.Zero) return false;
        var pause = Pauses.GetDelay(_rounds - 2);
        if (left < pause) pause = left;
        paused(pause);
        await _client.DelayAsync(pause, cancellationToken);
        return true;
    }
}
