using RestSharp;

namespace Paperspace.Client;

/// <summary>Implements the client for machines of the V1 API.</summary>
internal sealed class V1MachineClient : IMachineClient
{
    /// <summary>The maximum number of events to read with a machine.</summary>
    private const int MaxEvents = 10;

    private static readonly V1Pages<V1AccessorJson> AccessorPages = new(V1AccessorJson.Map);

    private readonly ApiConnection _connection;
    private readonly V1AccountClient _account;
    private readonly IPublicIpClient _publicIps;
    private readonly V1ScriptClient _scripts;
    private readonly V1Resources<Machine> _machines;
    private readonly V1MachineEventReader _events;
    private readonly V1MachineUpdater _updater;
    private readonly V1MachineUtilizationEstimator _utilization;
    private readonly NewMachines _newMachines;
    private readonly JsonContext _json;

    /// <param name="account">Reads the team, which the API does not return with machines.</param>
    /// <param name="publicIps">Releases the IP addresses of deleted machines.</param>
    /// <param name="scripts">Assigns scripts to machines.</param>
    public V1MachineClient(ApiConnection connection, V1AccountClient account, IPublicIpClient publicIps, V1ScriptClient scripts)
    {
        _connection = connection;
        _account = account;
        _publicIps = publicIps;
        _scripts = scripts;
        _machines = V1MachineJsonMap.CreateResources(connection);
        _events = new V1MachineEventReader(connection);
        _updater = new V1MachineUpdater(this, _machines, connection.Time);
        _utilization = new V1MachineUtilizationEstimator(_machines, machineId => ListEvents(machineId), connection.Time);
        _newMachines = new NewMachines(connection);
        _json = new JsonContext(connection.Time);
    }

    public IReadOnlyList<string> AvailabilityTypes => MachineTypes.Known;

    public IPager<Machine> List(MachineFilter? filter = null, int? limit = null, int skip = 0)
    {
        if (filter is null || filter.Values.Count == 0)
        {
            var read = limit is null ? (int?)null : (int)Math.Min((long)limit + skip, int.MaxValue);
            return new FilteringPager<Machine>(Complete(NewPager([], filter, read), filter), null, limit, skip);
        }

        // Also for null filters: V1 never returns these fields, so everything would match null.
        var unsupported = V1MachineOptionMaps.UnsupportedFilters.FirstOrDefault(filter.IsSet);
        var pager =
            unsupported is not null
                ? Nothing($"The {V1Protocol.ApiName} API does not return {unsupported}, so machines cannot be filtered by it.")
            : filter.IsSet(nameof(MachineFilter.MachineId)) ? OneOf(filter)
            : Complete(NewPager(ToQuery(filter), filter, null), filter);
        return new FilteringPager<Machine>(pager, filter.Matches, limit, skip);
    }

    public async Task<Machine> GetAsync(string machineId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        return await _newMachines.ReadAsync(id, () => ReadAsync(id, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    private async Task<Machine> ReadAsync(string id, CancellationToken cancellationToken)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var events = _events.ReadNewestAsync(id, MaxEvents, cancellation.Token);
        try
        {
            var machine = await _machines.GetAsync(id, cancellation.Token).ConfigureAwait(false);
            machine.Events = await events.ConfigureAwait(false);
            machine.TeamId = _account.KnownSession?.TeamId;
            return machine;
        }
        catch
        {
            // The error for the machine is more helpful than that for its events.
            cancellation.Cancel();
            await Task.WhenAny(events).ConfigureAwait(false);
            events.Forget();
            throw;
        }
    }

    public void Validate(MachineCreateOptions options)
    {
        options.Validate();
        _ = V1MachineOptionMaps.Create.ToFields(options);
    }

    public void Validate(MachineUpdateOptions options)
    {
        options.Validate();
        _ = V1MachineOptionMaps.Update.ToFields(options);
    }

    public async Task<Operation> CreateAsync(MachineCreateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        Validate(options);
        // The API's default is not documented.
        var isStarted = options.StartOnCreate != false;
        IEnumerable<KeyValuePair<string, object?>> fields =
        [
            .. V1MachineOptionMaps.Create.ToFields(options).Where(field => field.Key != "startOnCreate"),
            new("startOnCreate", isStarted),
        ];
        var check = new NewMachineCheck(_connection, options.Name);
        var response = options.ScriptId is null
            ? await SendAsync(cancellationToken).ConfigureAwait(false)
            : await _scripts.Assignments.ChangeAsync(SendAsync, cancellationToken).ConfigureAwait(false);
        var operation = ToOperation(response, MachineEventNames.Create, isStarted ? MachineStates.Ready : MachineStates.Off);
        operation.CreatesMachine = true;
        _newMachines.Add(operation.ResourceId, options.Name);
        return operation;

        Task<V1ActionResponse<Machine>> SendAsync(CancellationToken token) =>
            _machines.BeginCreateAsync(
                fields, V1MachineOptionMaps.Create.GetParameters(options), check.Require, check.OnResponse, token);
    }

    public Task<IReadOnlyList<Machine>> FindCreatedAsync(string name, DateTimeOffset since, CancellationToken cancellationToken) =>
        _newMachines.FindAsync(this, name, since, cancellationToken);

    public Task<Operation> StartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) => ActAsync(
        machineId,
        MachineEventNames.Start,
        MachineStates.Ready,
        RetrySafety.Idempotent,
        waitUntil,
        cancellationToken);

    public Task<Operation> StopAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) => ActAsync(
        machineId,
        MachineEventNames.Stop,
        MachineStates.Off,
        RetrySafety.Idempotent,
        waitUntil,
        cancellationToken);

    public Task<Operation> RestartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) => ActAsync(
        machineId,
        MachineEventNames.Restart,
        MachineStates.Ready,
        RetrySafety.OnlyIfNotProcessed,
        waitUntil,
        cancellationToken);

    public async Task<Operation> UpdateAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        Validate(options);
        var id = ResourceId.Require(machineId, nameof(machineId));
        if (!options.IsSet(nameof(options.ScriptId)))
            return await _newMachines
                .ChangeAsync(id, () => _updater.UpdateAsync(id, options, waitUntil, cancellationToken), cancellationToken)
                .ConfigureAwait(false);
        // A resize starts the machine again, and the script must be assigned by then.
        await SetScriptAsync(id, options.ScriptId, cancellationToken).ConfigureAwait(false);
        try
        {
            return options.Values.Count > 1
                ? await _updater.UpdateAsync(id, options, waitUntil, cancellationToken).ConfigureAwait(false)
                : ToOperation(
                    new V1ActionResponse<Machine> { Data = await _machines.GetAsync(id, cancellationToken).ConfigureAwait(false) },
                    V1MachineUpdater.Action,
                    null);
        }
        catch (PaperspaceException failure)
        {
            throw failure.WithMessage(
                $"{failure.Message} The script of machine {id} was {(options.ScriptId is null ? "removed" : "assigned")} first.");
        }
    }

    public async Task<Operation> DeleteAsync(
        string machineId, bool? releasePublicIp, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        // V1 keeps a static address with the account.
        var release = releasePublicIp == true ? await PrepareReleaseAsync(id, cancellationToken).ConfigureAwait(false) : null;
        var response = await _newMachines
            .ChangeAsync(
                id,
                () => _machines.BeginAsync(
                    Method.Delete, id, null, null, null, RetrySafety.OnlyIfNotProcessed, cancellationToken),
                cancellationToken)
            .ConfigureAwait(false);
        var operation = ToOperation(response, MachineEventNames.Deactivate, null);
        operation.ResourceId = id;
        operation.MachineId = id;
        if (release is not null) operation.Warnings = await release.ReleaseAsync(cancellationToken).ConfigureAwait(false);
        return operation;
    }

    public IPager<MachineEvent> ListEvents(string machineId, int? limit = null)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        return new FilteringPager<MachineEvent>(
            new CursorPager<MachineEvent>(
                (page, token) => _events.ReadPageAsync(id, page, token), item => item.Handle ?? "", V1Protocol.PageSize, limit),
            null,
            limit,
            0);
    }

    public async Task<IReadOnlyList<MachineDesktop>> GetDesktopsAsync(string machineId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        var request = new ApiRequest
        {
            Method = Method.Get,
            Path = $"machines/{id}/desktop",
            RetrySafety = RetrySafety.Idempotent,
            NotFoundReason = PaperspaceErrorReason.MachineNotFound,
        };
        var desktops = await _connection
            .SendAsync(request, V1DesktopJson.Map.Names, reader => V1DesktopJson.Map.Read(reader, _json), cancellationToken)
            .ConfigureAwait(false);
        return desktops.ToDesktops(id);
    }

    public IPager<MachineAccess> ListAccess(string machineId)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        return new CursorPager<MachineAccess>(
            async (request, token) =>
            {
                var page = await AccessorPages
                    .ReadAsync(_connection, _json, AccessPath(id), [], request, PaperspaceErrorReason.MachineNotFound, token)
                    .ConfigureAwait(false);
                return new CursorPage<MachineAccess>
                {
                    HasMore = page.HasMore,
                    NextPage = page.NextPage,
                    Items = page.Items!.ConvertAll(accessor => accessor.ToAccess(id)),
                    Unreadable = page.Unreadable,
                };
            },
            access => access.UserId,
            V1Protocol.PageSize);
    }

    public async Task GrantAccessAsync(string machineId, string userId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest
        {
            Method = Method.Post,
            Path = AccessPath(ResourceId.Require(machineId, nameof(machineId))),
            Body = JsonBody.Object([new("userId", ResourceId.Require(userId, nameof(userId)))]),
            RetrySafety = RetrySafety.Idempotent,
            Parameters = new Dictionary<string, string> { ["userId"] = "UserId" },
            NotFoundReason = PaperspaceErrorReason.MachineNotFound,
        };
        await _newMachines
            .ChangeAsync(
                machineId,
                async () =>
                {
                    await _connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
                    return true;
                },
                cancellationToken)
            .ConfigureAwait(false);
    }

    public async Task RevokeAccessAsync(string machineId, string userId, CancellationToken cancellationToken)
    {
        var path = AccessPath(ResourceId.Require(machineId, nameof(machineId)));
        var request = new ApiRequest
        {
            Method = Method.Delete,
            Path = $"{path}/{ResourceId.Require(userId, nameof(userId))}",
            RetrySafety = RetrySafety.OnlyIfNotProcessed,
            NotFoundReason = PaperspaceErrorReason.NotFound,
        };
        try
        {
            await _connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException refusal) when (refusal.Reason == PaperspaceErrorReason.NotFound)
        {
            // A 404 means an unknown machine, or a user without access. The latter is a success, as on Core; the list
            // distinguishes them.
            using var pager = ListAccess(machineId);
            while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
                if (page.Any(access => access.UserId == userId))
                    throw;
        }
    }

    public Task<IReadOnlyList<MachineUtilization>> GetUtilizationAsync(
        string machineId, Machine? machine, IReadOnlyList<BillingMonth> months, CancellationToken cancellationToken) =>
        _utilization.EstimateAsync(machineId, machine, months, cancellationToken);

    public async Task<MachineAvailability> GetAvailabilityAsync(string region, string machineType, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(region)) throw PaperspaceException.InvalidRequest("region is empty.", nameof(region));
        if (string.IsNullOrWhiteSpace(machineType)) throw PaperspaceException.InvalidRequest("machineType is empty.", nameof(machineType));
        var request = ApiRequest.Get(
            "machine-availability",
            QueryValue.Field("machineType", machineType),
            QueryValue.Field("region", V1RegionNames.ToRequest(region)!));
        var availability = await _connection
            .SendAsync(request, V1AvailabilityJsonMap.Map.Names, reader => V1AvailabilityJsonMap.Map.Read(reader, _json), cancellationToken)
            .ConfigureAwait(false);
        availability.Region = Regions.Normalize(region)!;
        availability.MachineType = machineType;
        availability.ReadAt = _connection.Now;
        return availability;
    }

    public IMachineWaiter WaitFor(IReadOnlyCollection<Operation> operations, MachineWaitOptions options) => new OperationPoller(
        new V1OperationSource(
            _machines, _events, new V1ResourceExistenceCheck(_connection), _connection.NewDeletionCheck(), _connection.Time),
        operations,
        options,
        _connection.Time);

    /// <summary>Creates the operation for a response.</summary>
    /// <param name="action">The action, as the name of its event.</param>
    /// <param name="targetState">The state of the machine after the action; null if no state indicates success.</param>
    public Operation ToOperation(V1ActionResponse<Machine> response, string action, string? targetState)
    {
        var id = response.Data!.Id;
        var operation = response.ToOperation(ResourceKinds.Machine, id, id, action, _connection.Now);
        operation.MachineId = id;
        operation.TargetState = targetState;
        return operation;
    }

    private static string AccessPath(string machineId) => $"machines/{machineId}/accessors";

    private async Task<Operation> ActAsync(
        string machineId,
        string action,
        string targetState,
        RetrySafety retrySafety,
        WaitUntil waitUntil,
        CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        try
        {
            var response = await _newMachines
                .ChangeAsync(
                    id,
                    () => _machines.BeginAsync(Method.Patch, id, action, [], null, retrySafety, cancellationToken),
                    cancellationToken)
                .ConfigureAwait(false);
            return ToOperation(response, action, targetState);
        }
        catch (PaperspaceException refusal) when (action != MachineEventNames.Restart && MachineRefusals.IsOfAction(refusal))
        {
            // V1 rejects no-op actions, mostly with 409 or 412, including a retry of our own first attempt.
            var machine = await _machines.GetAsync(id, cancellationToken).ConfigureAwait(false);
            if (!MachineRefusals.IsNeedless(action, machine.State)) throw;
            return ToOperation(new V1ActionResponse<Machine> { Data = machine }, action, targetState);
        }
        catch (PaperspaceException failure)
            when (waitUntil == WaitUntil.Completed
                && failure is { Outcome: RequestOutcome.Unknown, Reason: not PaperspaceErrorReason.MachineNotFound })
        {
            var machine = await UnknownAction
                .FindAsync(_connection, () => ReadAsync(id, cancellationToken), Shows, cancellationToken)
                .ConfigureAwait(false);
            if (machine is null) throw;
            return ToOperation(
                new V1ActionResponse<Machine> { Data = machine, Event = FindPending(machine) }, action, targetState);
        }

        // A restart ends in the state in which it began, so that only its event or a state on the way proves it.
        bool Shows(Machine machine) => FindPending(machine) is not null
            || MachineEvents.IsTransitional(machine.State)
            || (action != MachineEventNames.Restart && machine.State.EqualsIgnoreCase(targetState));

        MachineEvent? FindPending(Machine machine) =>
            machine.Events?.FirstOrDefault(item => item.Name.EqualsIgnoreCase(action) && MachineEvents.IsPending(item));
    }

    /// <summary>Assigns a script to a machine, or unassigns all its scripts.</summary>
    private Task SetScriptAsync(string machineId, string? scriptId, CancellationToken cancellationToken) => scriptId is not null
        ? _scripts.AssignAsync(scriptId, machineId, cancellationToken)
        : _scripts.Assignments.RemoveAsync(machineId, id => _scripts.UnassignAsync(id, machineId, cancellationToken), cancellationToken);

    private async Task<V1AddressRelease> PrepareReleaseAsync(string id, CancellationToken cancellationToken)
    {
        var machine = await _newMachines
            .ReadAsync(id, () => _machines.GetAsync(id, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return await V1AddressRelease.PrepareAsync(_publicIps, id, machine, cancellationToken).ConfigureAwait(false);
    }

    private static KeyValuePair<string, string>[] ToQuery(MachineFilter filter) =>
    [
        .. from option in filter.Values
           where option.Value is string { Length: > 0 } && V1MachineOptionMaps.ServerFilters.ContainsKey(option.Key)
           let text = (string)option.Value!
           // The API rejects an unknown region, but a filter for one must only match nothing.
           where option.Key != nameof(MachineFilter.Region) || Regions.Known.Contains(Regions.FullName(text))
           select QueryValue.Field(
               V1MachineOptionMaps.ServerFilters[option.Key],
               option.Key == nameof(MachineFilter.Region) ? V1RegionNames.ToRequest(text)! : text),
    ];

    private static SinglePagePager<Machine> Nothing(string warning) => new(_ => Task.FromResult(new Page<Machine>([], warning)));

    private SinglePagePager<Machine> OneOf(MachineFilter filter) => new(async token =>
    {
        // An empty id matches nothing, rather than everything.
        if (string.IsNullOrWhiteSpace(filter.MachineId)) return new Page<Machine>([]);
        try
        {
            var id = ResourceId.Require(filter.MachineId, "machineId");
            var machine = await _newMachines.ReadAsync(id, () => _machines.GetAsync(id, token), token).ConfigureAwait(false);
            await FillTeamAsync([machine], filter, token).ConfigureAwait(false);
            return new Page<Machine>([machine]);
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound)
        {
            return new Page<Machine>([]);
        }
    });

    private IPager<Machine> Complete(IPager<Machine> pager, MachineFilter? filter) => _newMachines.Complete(pager, filter, async (id, token) =>
    {
        var machine = await _machines.GetAsync(id, token).ConfigureAwait(false);
        await FillTeamAsync([machine], filter, token).ConfigureAwait(false);
        return machine;
    });

    private CursorPager<Machine> NewPager(KeyValuePair<string, string>[] query, MachineFilter? filter, int? limit) => new(
        async (request, token) =>
        {
            var page = await _machines.ReadPageAsync(query, request, token).ConfigureAwait(false);
            await FillTeamAsync(page.Items!, filter, token).ConfigureAwait(false);
            return page;
        },
        machine => machine.Id,
        V1Protocol.PageSize,
        limit,
        _connection.Options.PagesInFlight);

    /// <summary>Sets the team of machines, which is the key's, if it is filtered by or already known.</summary>
    private async Task FillTeamAsync(List<Machine> machines, MachineFilter? filter, CancellationToken cancellationToken)
    {
        var session = filter?.IsSet(nameof(MachineFilter.TeamId)) == true
            ? await _account.GetSessionAsync(cancellationToken).ConfigureAwait(false)
            : _account.KnownSession;
        foreach (var machine in machines) machine.TeamId = session?.TeamId;
    }
}
