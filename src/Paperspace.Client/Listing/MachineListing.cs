namespace Paperspace.Client.Listing;

/// <summary>Machines page after page, with some pages read ahead once the first turned out to be full.</summary>
internal sealed class MachineListing : IBatches<Machine>
{
    /// <summary>The API's own most machines a page.</summary>
    private const int PageSize = 1000;

    private readonly Func<int, int, CancellationToken, Task<List<Machine>>> _readPage;
    private readonly int? _limit;
    private readonly int _pagesInFlight;
    private readonly CancellationTokenSource _disposal = new();
    private readonly Queue<Page> _ahead = new();
    private readonly HashSet<string> _firstIds = new(StringComparer.Ordinal);
    private HashSet<string> _lastIds = new(StringComparer.Ordinal);
    private int _next;
    private int _asked;
    private int _given;
    private bool _ended;

    /// <summary>Prepares to list; reads nothing yet.</summary>
    /// <param name="readPage">Reads a page of so many machines after so many.</param>
    /// <param name="limit">How many machines at the most; null for all.</param>
    /// <param name="skip">How many to pass over first.</param>
    /// <param name="pagesInFlight">How many pages to read at once at the most.</param>
    public MachineListing(Func<int, int, CancellationToken, Task<List<Machine>>> readPage, int? limit, int skip, int pagesInFlight)
    {
        if (limit < 0) throw PaperspaceException.InvalidRequest("limit is how many machines to list at the most, 0 or more.", "limit");
        if (skip < 0) throw PaperspaceException.InvalidRequest("skip is how many machines to pass over, 0 or more.", "skip");
        _readPage = readPage;
        _limit = limit;
        _next = skip;
        _pagesInFlight = Math.Max(1, pagesInFlight);
        _ended = limit == 0;
    }

    private bool MayAsk => _limit is not { } limit || _asked < limit;

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Machine>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_ended) return null;
        cancellationToken.ThrowIfCancellationRequested();
        // The first page is read alone, since most accounts have no second; then ever more are, up to the most.
        var most = Math.Min(_given + 1, _pagesInFlight);
        while (_ahead.Count < most && MayAsk) Ask();
        // A page that fails stays the next one, so that asking again does not pass over it.
        var page = _ahead.Peek();
        using var cancelling = cancellationToken.Register(static source => ((CancellationTokenSource)source!).Cancel(), _disposal);
        var machines = await page.Machines.ConfigureAwait(false);
        RequireProgress(machines);
        _ahead.Dequeue();
        _given++;
        // A server that does not page sends more than was asked for: then that is all there is.
        _ended = machines.Count != page.Size || (_ahead.Count == 0 && !MayAsk);
        if (_limit is not null && machines.Count > page.Size) machines.RemoveRange(page.Size, machines.Count - page.Size);
        return WithoutRepeats(machines);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _ended = true;
        _disposal.Cancel();
    }

    private void Ask()
    {
        var size = _limit is { } limit ? Math.Min(PageSize, limit - _asked) : PageSize;
        _ahead.Enqueue(new Page(size, Observed(_readPage(size, _next, _disposal.Token))));
        _next += size;
        _asked += size;
    }

    /// <summary>A page that nobody waits for any more must not be reported as an unobserved failure.</summary>
    private static Task<List<Machine>> Observed(Task<List<Machine>> page)
    {
        _ = page.ContinueWith(
            static failed => _ = failed.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
        return page;
    }

    /// <summary>A page that begins where an earlier one began means that the server does not page: the list would have no end.</summary>
    private void RequireProgress(List<Machine> machines)
    {
        if (machines.Count == 0 || _firstIds.Add(machines[0].Id)) return;
        throw new PaperspaceException(
            PaperspaceErrorReason.InvalidResponse,
            "The list does not end: the server gave the same page again, as if it ignored the parameter skip.");
    }

    /// <summary>Machines move to the next page when others are added before them meanwhile.</summary>
    private List<Machine> WithoutRepeats(List<Machine> machines)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        machines.RemoveAll(machine => !ids.Add(machine.Id) || _lastIds.Contains(machine.Id));
        _lastIds = ids;
        return machines;
    }

    private readonly record struct Page(int Size, Task<List<Machine>> Machines);
}
