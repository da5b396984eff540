namespace Paperspace.Simulator;

/// <summary>
/// Simulates a Paperspace account: it serves the requests of its API, and its machines change over time as real ones do. Nothing runs
/// between two requests: what a machine is follows from what was asked of it and from the clock. Safe for any number of threads.
/// </summary>
public sealed class SimulatedPaperspace
{
    /// <summary>An API key that an account without <see cref="SimulatorOptions.ApiKeys"/> takes, and that no name contains.</summary>
    public const string DefaultApiKey = "c7f1e94b02d86a35e0b97d41f8a26c";

    private readonly object _gate = new();
    private readonly SimulatedAccount _account;
    private readonly FaultQueue _faults = new();
    private readonly TrafficLog _traffic;
    private readonly HashSet<string> _keys;

    /// <summary>Creates an account.</summary>
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
        _account = new SimulatedAccount(Options, Time.GetUtcNow());
    }

    /// <summary>Gets how the account was set up.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>Gets a snapshot of how often each route has been called.</summary>
    public RequestCounts Requests => _traffic.Counts;

    /// <summary>Gets the latest requests, oldest first; none unless <see cref="SimulatorOptions.LogCapacity"/> asks for them.</summary>
    public IReadOnlyList<SimulatedRequest> Log => _traffic.Latest;

    /// <summary>Gets the static public addresses that the account holds, those that a destroyed machine left behind included.</summary>
    public IReadOnlyCollection<string> HeldPublicIps =>
        WithAccount<IReadOnlyCollection<string>>((account, _) => [.. account.PublicIps.Held.Select(held => held.Address)]);

    internal TimeProvider Time { get; }

    /// <summary>Responds to a request at once, whatever the request is; nothing is thrown.</summary>
    /// <param name="request">The request.</param>
    public SimulatedResponse Respond(SimulatedRequest request)
    {
        using var exchange = new Exchange(request, _traffic, _faults);
        return Respond(exchange);
    }

    /// <summary>Responds to a request after <see cref="SimulatorOptions.Latency"/>, during which it counts as in flight.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the wait; the request then has no effect.</param>
    public Task<SimulatedResponse> RespondAsync(SimulatedRequest request, CancellationToken cancellationToken = default) =>
        RespondAsync(request, Time, cancellationToken);

    /// <summary>
    /// Fails the next start of a machine: it is accepted, but its event ends in <c>error</c> and the machine is <c>off</c> again.
    /// </summary>
    /// <param name="machineIdOrName">The machine, which need not exist yet when it is named; null for whichever starts next.</param>
    /// <param name="message">What the event says; null for the API's own text about capacity.</param>
    public void FailNextStart(string? machineIdOrName, string? message = null) => WithAccount((account, _) =>
        account.StartFailures.Add(
            machineIdOrName,
            message is null ? StartFailures.InsufficientCapacity : new StartFailure(message)));

    /// <summary>
    /// Fails the next start of a machine without telling why, nor when: its event ends in <c>error</c> with neither a message nor an end.
    /// </summary>
    /// <param name="machineIdOrName">The machine, which need not exist yet when it is named; null for whichever starts next.</param>
    public void FailNextStartWithoutReason(string? machineIdOrName) => WithAccount((account, _) =>
        account.StartFailures.Add(machineIdOrName, new StartFailure(null, ReportsEnd: false)));

    /// <summary>
    /// Misreports the next event of a machine: it ends in <c>error</c>, without a message and with an end, although what it is about
    /// succeeds.
    /// </summary>
    /// <param name="machineIdOrName">The machine, which need not exist yet when it is named; null for whichever has the next event.</param>
    public void MisreportNextEvent(string? machineIdOrName) => WithAccount((account, _) => account.MisreportedEvents.Add(machineIdOrName));


    /// <summary>Sets whether a machine type can be had in a region; when it cannot, every start of one fails.</summary>
    /// <param name="region">The region, by its long name.</param>
    /// <param name="machineType">The machine type.</param>
    /// <param name="available">Whether it can be had.</param>
    public void SetCapacity(string region, string machineType, bool available) =>
        WithAccount((account, _) => account.Capacity.Set(SimulatedRegion.Normalize(region), machineType, available));

    /// <summary>Injects a fault into requests to come.</summary>
    /// <param name="fault">What goes wrong, with which requests and how often.</param>
    public void Inject(SimulatedFault fault) => _faults.Add(fault ?? throw new ArgumentNullException(nameof(fault)));

    /// <summary>Cancels what a machine is doing, and what it was to do next; it is back where it was before.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    /// <returns>Whether there was anything to cancel.</returns>
    public bool CancelRunningEvent(string machineIdOrName) => WithAccount((account, now) =>
        account.Machines.FindByIdOrName(machineIdOrName, now) is { } machine && SimulatedMachineTransitions.Cancel(machine, now));

    /// <summary>Removes a machine at once, as if somebody had destroyed it elsewhere.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    /// <returns>Whether there was such a machine.</returns>
    public bool RemoveAbruptly(string machineIdOrName) => WithAccount((account, now) =>
    {
        if (account.Machines.FindByIdOrName(machineIdOrName, now) is not { } machine)
            return false;
        account.Machines.Remove(machine, now);
        return true;
    });

    /// <summary>Returns the ids of the users who were granted access to a machine; empty when there is no such machine.</summary>
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
            return Serve(exchange);
        if (fault.AfterEffect)
            Serve(exchange);
        return FaultQueue.Respond(fault);
    }

    private SimulatedResponse Serve(Exchange exchange)
    {
        var (api, route, parameters) = exchange.Match;
        if (route is null)
            return api.NotFound();
        if (route.RequiresKey && !IsAccepted(api.ReadKey(exchange.Request)))
            return api.Unauthorized(route);
        try
        {
            lock (_gate)
                return route.Respond(new RouteRequest(_account, exchange.Request, parameters, Time.GetUtcNow()));
        }
        catch (RequestRejectedException rejection)
        {
            return api.Rejected(rejection);
        }
        catch (AccountRuleException exception)
        {
            return api.Rejected(exception.Rule);
        }
    }

    private bool IsAccepted(string? key) => key is { Length: > 0 } && (_keys.Count == 0 || _keys.Contains(key));

    private T WithAccount<T>(Func<SimulatedAccount, DateTimeOffset, T> use)
    {
        lock (_gate)
            return use(_account, Time.GetUtcNow());
    }

    private void WithAccount(Action<SimulatedAccount, DateTimeOffset> change)
    {
        lock (_gate)
            change(_account, Time.GetUtcNow());
    }
}
