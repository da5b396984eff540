namespace Paperspace.Simulator;

/// <summary>
/// A simulated Paperspace account: it answers the requests of the Core machines API, and its machines change over time as real ones do.
/// Nothing runs between two requests: what a machine is follows from what was asked of it and from the clock. Safe for any number of
/// threads.
/// </summary>
public sealed class SimulatedPaperspace
{
    private readonly object _gate = new();
    private readonly Account _account;
    private readonly FaultPlan _faults = new();
    private readonly TrafficLog _traffic;
    private readonly HashSet<string> _keys;

    /// <summary>Makes an account.</summary>
    /// <param name="options">How it is set up; null for an empty account at real speed.</param>
    /// <param name="time">Its clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public SimulatedPaperspace(SimulatorOptions? options = null, TimeProvider? time = null)
    {
        Options = options ?? new();
        Options.Validate();
        Time = time ?? TimeProvider.System;
        _keys = new HashSet<string>(Options.ApiKeys, StringComparer.Ordinal);
        _traffic = new TrafficLog(Options.LogCapacity);
        _account = new Account(Options, Time.GetUtcNow());
    }

    /// <summary>How the account was set up.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>A snapshot of how often each route has been called.</summary>
    public RequestCounts Requests => _traffic.Counts;

    /// <summary>The latest requests, oldest first; none unless <see cref="SimulatorOptions.LogCapacity"/> asks for them.</summary>
    public IReadOnlyList<SimulatedRequest> Log => _traffic.Latest;

    /// <summary>The static public addresses that the account holds, those that a destroyed machine left behind included.</summary>
    public IReadOnlyCollection<string> HeldPublicIps => WithAccount((account, _) => account.Addresses.Held);

    internal TimeProvider Time { get; }

    /// <summary>Answers a request at once. Whatever the request is, it is answered and nothing is thrown.</summary>
    /// <param name="request">The request.</param>
    public SimulatedResponse Respond(SimulatedRequest request)
    {
        using var exchange = new Exchange(request, _traffic, _faults);
        return Respond(exchange);
    }

    /// <summary>Answers a request after <see cref="SimulatorOptions.Latency"/>, during which it counts as in flight.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Gives up waiting; the request then has no effect.</param>
    public Task<SimulatedResponse> RespondAsync(SimulatedRequest request, CancellationToken cancellationToken = default) =>
        RespondAsync(request, Time, cancellationToken);

    /// <summary>
    /// Makes the next start of a machine fail: it is accepted, but its event ends in <c>error</c> and the machine is <c>off</c> again.
    /// </summary>
    /// <param name="machineIdOrName">The machine, which need not exist yet when it is named; null for whichever starts next.</param>
    /// <param name="message">What the event says; null for the API's own words about capacity.</param>
    public void FailNextStart(string? machineIdOrName, string? message = null) =>
        WithAccount((account, _) => account.StartFailures.Add(machineIdOrName, message ?? StartFailures.Capacity));

    /// <summary>Says whether a machine type can be had in a region; when it cannot, every start of one fails.</summary>
    /// <param name="region">The region, by its long name.</param>
    /// <param name="machineType">The machine type.</param>
    /// <param name="available">Whether it can be had.</param>
    public void SetCapacity(string region, string machineType, bool available) =>
        WithAccount((account, _) => account.Capacity.Set(region, machineType, available));

    /// <summary>Lets something go wrong with requests to come.</summary>
    /// <param name="fault">What goes wrong, with which requests and how often.</param>
    public void Inject(SimulatedFault fault) => _faults.Add(fault ?? throw new ArgumentNullException(nameof(fault)));

    /// <summary>Ends what a machine is doing, and what it was to do next, as <c>cancelled</c>; it is back where it was before.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    /// <returns>Whether there was anything to cancel.</returns>
    public bool CancelRunningEvent(string machineIdOrName) => WithAccount((account, now) =>
        account.Machines.FindByIdOrName(machineIdOrName, now) is { } machine && MachineTransitions.Cancel(machine, now));

    /// <summary>Lets a machine vanish at once, as if somebody had destroyed it elsewhere.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    /// <returns>Whether there was such a machine.</returns>
    public bool RemoveAbruptly(string machineIdOrName) => WithAccount((account, now) =>
    {
        if (account.Machines.FindByIdOrName(machineIdOrName, now) is not { } machine)
            return false;
        account.Machines.Remove(machine, now, now);
        return true;
    });

    /// <summary>The ids of the users who were granted access to a machine; empty when there is no such machine.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    public IReadOnlyCollection<string> AccessorsOf(string machineIdOrName) => WithAccount((account, now) =>
        account.Machines.FindByIdOrName(machineIdOrName, now) is { } machine ? machine.Accessors.ToArray() : []);

    internal async Task<SimulatedResponse> RespondAsync(SimulatedRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var exchange = new Exchange(request, _traffic, _faults);
        var latency = Options.Latency + (exchange.Fault?.Delay ?? TimeSpan.Zero);
        if (latency > TimeSpan.Zero)
            await time.Wait(latency, cancellationToken).ConfigureAwait(false);
        return Respond(exchange);
    }

    private SimulatedResponse Respond(Exchange exchange)
    {
        if (exchange.Fault is not { } fault)
            return Answer(exchange);
        if (fault.AfterEffect)
            Answer(exchange);
        return FaultPlan.Answer(fault);
    }

    private SimulatedResponse Answer(Exchange exchange)
    {
        try
        {
            if (exchange.Route is not { } route)
                throw Rejection.NotFound();
            if (!IsAccepted(exchange.Request))
                return Answers.InvalidApiToken;
            lock (_gate)
                return route.Answer(_account, new RouteRequest(exchange.Request, exchange.Id, Time.GetUtcNow()));
        }
        catch (Rejection rejection)
        {
            return Answers.Error(rejection.Status, rejection.Message);
        }
    }

    private bool IsAccepted(SimulatedRequest request) =>
        request.Headers.TryGetValue("X-Api-Key", out var key) && key.Length > 0 && (_keys.Count == 0 || _keys.Contains(key));

    private T WithAccount<T>(Func<Account, DateTimeOffset, T> use)
    {
        lock (_gate)
            return use(_account, Time.GetUtcNow());
    }

    private void WithAccount(Action<Account, DateTimeOffset> change)
    {
        lock (_gate)
            change(_account, Time.GetUtcNow());
    }
}
