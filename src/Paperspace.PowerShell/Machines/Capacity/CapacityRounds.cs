namespace Paperspace.PowerShell;

/// <summary>Counts the rounds of tries for one machine: pauses between them that grow, and a time after which there is no further
/// one.</summary>
internal sealed class CapacityRounds
{
    private const double Growth = 1.5;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(10);

    /// <summary>Capacity comes for a minute or so: a longer pause would miss it.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly IPaperspaceClient _client;
    private readonly DateTimeOffset _until;
    private TimeSpan _pause = First;
    private int _count;

    /// <summary>Begins before the first round.</summary>
    /// <param name="client">The client, whose clock counts.</param>
    /// <param name="until">When the last round may begin.</param>
    public CapacityRounds(IPaperspaceClient client, DateTimeOffset until)
    {
        _client = client;
        _until = until;
    }

    /// <summary>Waits until the next round is due.</summary>
    /// <param name="paused">Is called with the length of each pause, before it.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
    /// <returns>Whether there is a next round; otherwise the time is over.</returns>
    public async Task<bool> NextAsync(Action<TimeSpan> paused, CancellationToken cancellationToken)
    {
        if (_count++ == 0) return true;
        var left = _until - _client.Now;
        if (left <= TimeSpan.Zero) return false;
        var pause = left < _pause ? left : _pause;
        paused(pause);
        await _client.DelayAsync(pause, cancellationToken);
        var next = TimeSpan.FromTicks((long)(_pause.Ticks * Growth));
        _pause = next < Longest ? next : Longest;
        return true;
    }
}
