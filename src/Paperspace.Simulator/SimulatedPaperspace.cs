using System.Globalization;

namespace Paperspace.Simulator;

/// <summary>
/// Simulates a Paperspace account on both APIs, with machines that change over time like real ones. Nothing runs between requests: the
/// state of a machine depends only on its actions and the clock. Thread-safe.
/// </summary>
public sealed class SimulatedPaperspace
{
    /// <summary>An API key for an account that does not specify <see cref="SimulatorOptions.ApiKeys"/>.</summary>
    public const string DefaultApiKey = "c7f1e94b02d86a35e0b97d41f8a26c";

    private readonly object _gate = new();
    private readonly SimulatedAccount _account;
    private readonly FaultQueue _faults;
    private readonly TrafficLog _traffic;
    private readonly HashSet<string> _keys;

    /// <summary>Creates an account.</summary>
    /// <param name="options">The options; null for an empty account at real speed.</param>
    /// <param name="time">The clock; null for the system's.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    public SimulatedPaperspace(SimulatorOptions? options = null, TimeProvider? time = null)
    {
        Options = options ?? new();
        Options.Validate();
        Time = time ?? TimeProvider.System;
        _keys = new HashSet<string>(Options.ApiKeys, StringComparer.Ordinal);
        _traffic = new TrafficLog(Options.LogCapacity);
        _faults = new FaultQueue(Options);
        _account = new SimulatedAccount(Options, Time.GetUtcNow());
    }

    /// <summary>Gets the options of the account.</summary>
    public SimulatorOptions Options { get; }

    /// <summary>Gets the number of calls of each route.</summary>
    public RequestCounts Requests => _traffic.Counts;

    /// <summary>Gets the most recent requests, oldest first, up to <see cref="SimulatorOptions.LogCapacity"/>.</summary>
    public IReadOnlyList<SimulatedRequest> Log => _traffic.Latest;

    /// <summary>Gets the static public IP addresses of the account, including those of deleted machines.</summary>
    public IReadOnlyCollection<string> HeldPublicIps =>
        WithAccount<IReadOnlyCollection<string>>((account, _) => [.. account.PublicIps.Held.Select(held => held.Address)]);

    internal TimeProvider Time { get; }

    /// <summary>Responds to a request immediately. Never throws.</summary>
    /// <param name="request">The request.</param>
    public SimulatedResponse Respond(SimulatedRequest request)
    {
        using var exchange = new Exchange(request, _traffic, _faults);
        return Respond(exchange);
    }

    /// <summary>Responds to a request after <see cref="SimulatorOptions.Latency"/>.</summary>
    /// <param name="request">The request.</param>
    /// <param name="cancellationToken">Cancels the wait, so that the request has no effect.</param>
    public Task<SimulatedResponse> RespondAsync(SimulatedRequest request, CancellationToken cancellationToken = default) =>
        RespondAsync(request, Time, cancellationToken);

    /// <summary>
    /// Makes the next start of a machine fail: it is accepted, but its event ends in <c>error</c> and the machine is <c>off</c> again.
    /// </summary>
    /// <param name="machineIdOrName">The machine, which may be created later; null for the next one that starts.</param>
    /// <param name="message">The error of the event; null for the API's message about capacity.</param>
    public void FailNextStart(string? machineIdOrName, string? message = null) => WithAccount((account, _) =>
        account.StartFailures.Add(
            machineIdOrName,
            message is null ? StartFailure.InsufficientCapacity : new StartFailure(message)));

    /// <summary>Makes the next start of a machine fail: its event ends in <c>error</c> without a message and an end time.</summary>
    /// <param name="machineIdOrName">The machine, which may be created later; null for the next one that starts.</param>
    public void FailNextStartWithoutReason(string? machineIdOrName) => WithAccount((account, _) =>
        account.StartFailures.Add(machineIdOrName, new StartFailure(null, ReportsEnd: false)));

    /// <summary>Misreports the next event of a machine: it ends in <c>error</c> without a message, although the action succeeds.</summary>
    /// <param name="machineIdOrName">The machine, which may be created later; null for the next one that has an event.</param>
    public void MisreportNextEvent(string? machineIdOrName) => WithAccount((account, _) => account.MisreportedEvents.Add(machineIdOrName, true));

    /// <summary>
    /// Makes the next deletion of a machine fail: it is accepted, and the machine answers 404 until its event ends in <c>error</c>;
    /// then the machine returns to its previous state.
    /// </summary>
    /// <param name="machineIdOrName">The machine, which may be created later; null for the next one that is deleted.</param>
    /// <param name="message">The error of the event; null for the default.</param>
    public void FailNextDeletion(string? machineIdOrName, string? message = null) => WithAccount((account, _) =>
        account.DeletionFailures.Add(machineIdOrName, message ?? SimulatedMachineActions.DeletionError));

    /// <summary>Hides an existing machine: for a while, it answers 404 and is missing from lists.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    /// <param name="duration">The time for which it is hidden; not scaled.</param>
    /// <returns>Whether the machine exists.</returns>
    public bool Hide(string machineIdOrName, TimeSpan duration) => WithAccount((account, now) =>
    {
        if (account.Machines.FindByIdOrName(machineIdOrName, now) is not { } machine) return false;
        machine.Hide(now, now + duration);
        return true;
    });

    /// <summary>Sets whether a machine type is available in a region. If it is not, every start fails.</summary>
    /// <param name="region">The region, as its code or full name.</param>
    /// <param name="machineType">The machine type.</param>
    /// <param name="available">Whether it is available.</param>
    public void SetCapacity(string region, string machineType, bool available) =>
        WithAccount((account, _) => account.Capacity.Set(SimulatedRegion.Normalize(region), machineType, available));

    /// <summary>Injects a fault into future requests.</summary>
    /// <param name="fault">The fault, including the requests that it applies to.</param>
    public void Inject(SimulatedFault fault) => _faults.Add(fault ?? throw new ArgumentNullException(nameof(fault)));

    /// <summary>Cancels the events of a machine in progress or planned. The machine returns to its previous state.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    /// <returns>Whether there was an event to cancel.</returns>
    public bool CancelRunningEvent(string machineIdOrName) => WithAccount((account, now) =>
        account.Machines.FindByIdOrName(machineIdOrName, now) is { } machine && SimulatedMachineTransitions.Cancel(machine, now));

    /// <summary>Removes a machine immediately, without an event.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    /// <returns>Whether the machine existed.</returns>
    public bool RemoveAbruptly(string machineIdOrName) => WithAccount((account, now) =>
    {
        if (account.Machines.FindByIdOrName(machineIdOrName, now) is not { } machine) return false;
        account.Machines.Remove(machine, now);
        return true;
    });

    /// <summary>Returns the ids of the users with access to a machine; empty if the machine does not exist.</summary>
    /// <param name="machineIdOrName">The machine.</param>
    public IReadOnlyCollection<string> AccessorsOf(string machineIdOrName) => WithAccount((account, now) =>
        account.Machines.FindByIdOrName(machineIdOrName, now) is { } machine ? machine.Accessors.ToArray() : []);

    internal async Task<SimulatedResponse> RespondAsync(SimulatedRequest request, TimeProvider time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var exchange = new Exchange(request, _traffic, _faults);
        var latency = Options.Latency + (exchange.Fault?.Delay ?? TimeSpan.Zero);
        if (latency > TimeSpan.Zero)
#if NET
            await Task.Delay(latency, time, cancellationToken).ConfigureAwait(false);
#else
            await time.Delay(latency, cancellationToken).ConfigureAwait(false);
#endif
        return Respond(exchange);
    }

    private SimulatedResponse Respond(Exchange exchange)
    {
        var response = RespondWithoutDate(exchange);
        // The account's clock may differ from that of the computer.
        var headers = response.Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        if (!headers.ContainsKey("Date")) headers["Date"] = Time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture);
        return response with { Headers = headers };
    }

    private SimulatedResponse RespondWithoutDate(Exchange exchange)
    {
        if (exchange.Fault is not { } fault) return Serve(exchange);
        if (fault.CutsBody) return Serve(exchange) with { IsCut = true };
        if (fault.AfterEffect) Serve(exchange);
        return fault.ToResponse(exchange.Match.Api);
    }

    private SimulatedResponse Serve(Exchange exchange)
    {
        var (api, route, parameters) = exchange.Match;
        if (route is null) return api.NotFound();
        if (route.RequiresKey && !IsAccepted(api.ReadKey(exchange.Request))) return route.UnauthorizedResponse ?? api.Unauthorized();
        try
        {
            lock (_gate) return route.Respond(new RouteRequest(_account, exchange.Request, parameters, Time.GetUtcNow()));
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
        lock (_gate) return use(_account, Time.GetUtcNow());
    }

    private void WithAccount(Action<SimulatedAccount, DateTimeOffset> change)
    {
        lock (_gate) change(_account, Time.GetUtcNow());
    }
}
