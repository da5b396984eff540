using Paperspace.Client.Http;
using Paperspace.Client.Operations;
using Paperspace.Client.Paging;
using Paperspace.Client.V1.Operations;
using Paperspace.Client.V1.Scripts;
using Paperspace.Client.Waiting;

namespace Paperspace.Client.V1.Machines;

/// <summary>Reaches machines through the V1 API.</summary>
internal sealed class V1MachineClient : IMachineClient
{
    /// <summary>The greatest number of events that a machine is read with.</summary>
    private const int EventsShown = 10;

    private readonly ApiConnection _connection;
    private readonly IAccountClient _account;
    private readonly MachineRequests _requests;
    private readonly MachinePower _power;
    private readonly MachineUpdater _updater;
    private readonly MachineRemover _remover;
    private readonly MachineUtilizationEstimator _utilization;
    private readonly MachineScripts _scripts;

    /// <summary>Creates a client.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="account">Tells the team, which machines do not.</param>
    /// <param name="publicIps">Releases the addresses of machines that are deleted.</param>
    /// <param name="scripts">Assigns scripts to machines.</param>
    public V1MachineClient(ApiConnection connection, IAccountClient account, IPublicIpClient publicIps, V1ScriptClient scripts)
    {
        _connection = connection;
        _account = account;
        _requests = new MachineRequests(connection);
        _power = new MachinePower(_requests, connection.Time);
        _updater = new MachineUpdater(_requests, _power, condition => WaitFor([condition], new MachineWaitOptions()), connection.Time);
        _remover = new MachineRemover(_requests, publicIps, connection.Time);
        _utilization = new MachineUtilizationEstimator(_requests, machineId => ListEvents(machineId), connection.Time);
        _scripts = new MachineScripts(scripts);
    }

    /// <inheritdoc/>
    public IPager<Machine> List(MachineFilter? filter = null, int? limit = null, int skip = 0)
    {
        if (filter is null || filter.Values.Count == 0)
        {
            var read = limit is null ? (int?)null : (int)Math.Min((long)limit + skip, int.MaxValue);
            return new FilteringPager<Machine>(NewPager([], filter, read), null, limit, skip);
        }

        // Not for null either: every machine would have none, where those that have none were asked for.
        var untold = MachineOptionMaps.UntoldFilters.FirstOrDefault(filter.IsSet);
        IPager<Machine> pager =
            untold is not null ? NoneOf($"The {V1Protocol.ApiName} API does not tell the {untold} of machines: none can be selected by it.")
            : filter.IsSet(nameof(MachineFilter.MachineId)) ? OneOf(filter)
            : NewPager(ToQuery(filter), filter, null);
        return new FilteringPager<Machine>(pager, filter.Matches, limit, skip);
    }

    /// <inheritdoc/>
    public async Task<Machine> GetAsync(string machineId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = _requests.ListEventsAsync(id, new CursorPageRequest(null, EventsShown), cancellation.Token);
        try
        {
            var machine = await _requests.ShowAsync(id, cancellation.Token).ConfigureAwait(false);
            machine.Events = (await events.ConfigureAwait(false)).Items;
            return machine;
        }
        catch
        {
            // The machine's own error says more than that of its events, which nobody waits for then.
            cancellation.Cancel();
            await Task.WhenAny(events).ConfigureAwait(false);
            _ = events.Exception;
            throw;
        }
    }

    /// <inheritdoc/>
    public void Validate(MachineCreateOptions options)
    {
        options.Validate();
        _ = MachineOptionMaps.Create.ToFields(options);
    }

    /// <inheritdoc/>
    public void Validate(MachineUpdateOptions options)
    {
        options.Validate();
        _ = MachineOptionMaps.Update.ToFields(options);
    }

    /// <inheritdoc/>
    public async Task<ResourceOperation> CreateAsync(MachineCreateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        Validate(options);
        var isStarted = options.StartOnCreate != false;
        var fields = MachineOptionMaps.Create.ToFields(options).Where(field => field.Key != "startOnCreate");
        // The API's own default is not documented.
        var response = await _scripts
            .CreateAsync(
                options.ScriptId,
                token =>
                    _requests.CreateAsync(
                        [.. fields, new("startOnCreate", isStarted)],
                        MachineOptionMaps.Create.GetParameters(options),
                        token),
                cancellationToken)
            .ConfigureAwait(false);
        return _power.NewOperation(response, MachineEventNames.Create, isStarted ? MachineStates.Ready : MachineStates.Off);
    }

    /// <inheritdoc/>
    public Task<ResourceOperation> StartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        _power.StartAsync(machineId, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceOperation> StopAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        _power.StopAsync(machineId, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceOperation> RestartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        _power.RestartAsync(machineId, cancellationToken);

    /// <inheritdoc/>
    public async Task<ResourceOperation> UpdateAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        Validate(options);
        var id = ResourceId.Require(machineId, nameof(machineId));
        if (!options.IsSet(nameof(options.ScriptId)))
            return await _updater.UpdateAsync(id, options, waitUntil, cancellationToken).ConfigureAwait(false);
        // A machine that is resized is started again, and runs it then.
        await _scripts.SetAsync(id, options.ScriptId, cancellationToken).ConfigureAwait(false);
        try
        {
            return options.Values.Count > 1
                ? await _updater.UpdateAsync(id, options, waitUntil, cancellationToken).ConfigureAwait(false)
                : _power.NewOperation(
                    new MachineResponse(await _requests.ShowAsync(id, cancellationToken).ConfigureAwait(false), []),
                    MachineUpdater.Action,
                    null);
        }
        catch (PaperspaceException failure)
        {
            throw failure.Reworded(
                $"{failure.Message} The script of machine {id} was {(options.ScriptId is null ? "taken away" : "assigned")} before that.");
        }
    }

    /// <inheritdoc/>
    public Task<ResourceOperation> DeleteAsync(
        string machineId,
        bool? releasePublicIp,
        WaitUntil waitUntil,
        CancellationToken cancellationToken) => _remover.DeleteAsync(machineId, releasePublicIp == true, cancellationToken);

    /// <inheritdoc/>
    public IPager<MachineEvent> ListEvents(string machineId, int? limit = null)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        return new FilteringPager<MachineEvent>(
            new CursorPager<MachineEvent>(
                (page, token) => _requests.ListEventsAsync(id, page, token), item => item.Handle ?? "", V1Lists.PageSize, limit),
            null,
            limit,
            0);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<MachineDesktop>> GetDesktopsAsync(string machineId, CancellationToken cancellationToken) =>
        await _requests.GetDesktopsAsync(ResourceId.Require(machineId, nameof(machineId)), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public IPager<MachineAccess> ListAccess(string machineId)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        return new CursorPager<MachineAccess>(
            (page, token) => _requests.ListAccessAsync(id, page, token), access => access.UserId, V1Lists.PageSize);
    }

    /// <inheritdoc/>
    public async Task GrantAccessAsync(string machineId, string userId, CancellationToken cancellationToken) => await _requests
        .GrantAccessAsync(ResourceId.Require(machineId, nameof(machineId)), ResourceId.Require(userId, nameof(userId)), cancellationToken)
        .ConfigureAwait(false);

    /// <inheritdoc/>
    public async Task RevokeAccessAsync(string machineId, string userId, CancellationToken cancellationToken) => await _requests
        .RevokeAccessAsync(ResourceId.Require(machineId, nameof(machineId)), ResourceId.Require(userId, nameof(userId)), cancellationToken)
        .ConfigureAwait(false);

    /// <inheritdoc/>
    public Task<IReadOnlyList<MachineUtilization>> GetUtilizationAsync(
        string machineId, Machine? machine, IReadOnlyList<BillingMonth> months, CancellationToken cancellationToken) =>
        _utilization.EstimateAsync(machineId, machine, months, cancellationToken);

    /// <inheritdoc/>
    public IReadOnlyList<string> AvailabilityTypes => MachineTypes.Known;

    /// <inheritdoc/>
    public async Task<MachineAvailability> GetAvailabilityAsync(string region, string machineType, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(region)) throw PaperspaceException.InvalidRequest("region is empty.", nameof(region));
        if (string.IsNullOrWhiteSpace(machineType)) throw PaperspaceException.InvalidRequest("machineType is empty.", nameof(machineType));
        var availability = await _requests
            .GetAvailabilityAsync(V1Regions.ToRequest(region)!, machineType, cancellationToken)
            .ConfigureAwait(false);
        availability.Region = Regions.FullName(region);
        availability.MachineType = machineType;
        availability.ReadAt = _connection.Now;
        return availability;
    }

    /// <inheritdoc/>
    public IOperationTracker Track(IReadOnlyCollection<MachineWaitCondition> conditions)
    {
        var lookup = new ResourceExistence(_connection);
        var evaluator = new V1OperationEvaluator(new ResourceOperationEvaluator(lookup));
        return new OperationTracker(
            new TrackedMachineReader(_requests, lookup).ReadAsync,
            new V1MachinePoll(_requests, evaluator, _connection.Time),
            evaluator,
            conditions,
            _connection.Time);
    }

    /// <inheritdoc/>
    public IMachineWaiter WaitFor(IReadOnlyCollection<MachineWaitCondition> conditions, MachineWaitOptions options) =>
        new MachineWaiter(this, conditions, options, _connection.Time);

    private static KeyValuePair<string, string>[] ToQuery(MachineFilter filter) =>
    [
        .. from option in filter.Values
           where option.Value is string { Length: > 0 } && MachineOptionMaps.ServerFilters.ContainsKey(option.Key)
           let text = (string)option.Value!
           // The API refuses a region that it does not know, where a filter for it has only to match nothing.
           where option.Key != nameof(MachineFilter.Region) || Regions.Known.Contains(Regions.FullName(text))
           select QueryValue.Field(
               MachineOptionMaps.ServerFilters[option.Key], option.Key == nameof(MachineFilter.Region) ? V1Regions.ToRequest(text)! : text),
    ];

    private static SinglePagePager<Machine> NoneOf(string warning) => new(_ => Task.FromResult(new Page<Machine>([], warning)));

    private SinglePagePager<Machine> OneOf(MachineFilter filter) => new(async token =>
    {
        // A filter for no id matches nothing, rather than everything.
        if (string.IsNullOrWhiteSpace(filter.MachineId)) return new Page<Machine>([]);
        try
        {
            var machine = await _requests.ShowAsync(ResourceId.Require(filter.MachineId, "machineId"), token).ConfigureAwait(false);
            await FillTeamAsync([machine], filter, token).ConfigureAwait(false);
            return new Page<Machine>([machine]);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            return new Page<Machine>([]);
        }
    });

    private CursorPager<Machine> NewPager(KeyValuePair<string, string>[] query, MachineFilter? filter, int? limit) => new(
        async (request, token) =>
        {
            var page = await _requests.ListAsync(query, request, token).ConfigureAwait(false);
            await FillTeamAsync(page.Items!, filter, token).ConfigureAwait(false);
            return page;
        },
        machine => machine.Id,
        V1Lists.PageSize,
        limit,
        _connection.Options.PagesInFlight);

    /// <summary>Fills in the team where it is asked for: it is that of the key.</summary>
    private async Task FillTeamAsync(List<Machine> machines, MachineFilter? filter, CancellationToken cancellationToken)
    {
        if (filter?.IsSet(nameof(MachineFilter.TeamId)) != true) return;
        var session = await _account.GetSessionAsync(cancellationToken).ConfigureAwait(false);
        foreach (var machine in machines) machine.TeamId = session.TeamId;
    }
}
