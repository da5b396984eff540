namespace Paperspace.Simulator;

/// <summary>Counts requests, and how many are under way at once.</summary>
internal sealed class RequestCounter
{
    private int _total;
    private int _inFlight;
    private int _most;

    public void Enter()
    {
        _total++;
        _most = Math.Max(_most, ++_inFlight);
    }

    public void Leave() => _inFlight--;

    public RouteCount Snapshot() => new(_total, _most);
}
