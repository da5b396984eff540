using Newtonsoft.Json;
using RestSharp;

namespace Paperspace.Client;

/// <summary>Implements the client for machines of the Core API.</summary>
internal sealed class CoreMachineClient : IMachineClient
{
    /// <summary>The API's maximum number of machines per page.</summary>
    private const int PageSize = 1000;

    private const string CreatePath = "machines/createSingleMachinePublic";
    private const string ListPath = "machines/getMachines";
    private const string ShowPath = "machines/getMachinePublic";
    private const string UtilizationPath = "machines/getUtilization";
    private const string AvailabilityPath = "machines/getAvailability";

    private readonly ApiConnection _connection;
    private readonly ITemplateClient _templates;
    private readonly NewMachines _newMachines;
    private readonly JsonContext _json;

    public CoreMachineClient(ApiConnection connection, ITemplateClient templates)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
        _templates = templates;
        _newMachines = new NewMachines(connection);
    }

    public IPager<Machine> List(MachineFilter? filter = null, int? limit = null, int skip = 0)
    {
        var query = (filter is null ? [] : CoreMachineOptionMaps.Filter.ToFields(filter))
            .Select(field => Pair(field.Key, QueryValue.Format(field.Key, field.Value)))
            .ToArray();
        var pager = NewPager(query, limit, skip, confirmsEnd: true);
        return limit is null && skip == 0 ? _newMachines.Complete(pager, filter, ShowAsync) : pager;
    }

    public Task<Machine> GetAsync(string machineId, CancellationToken cancellationToken) =>
        _newMachines.ReadAsync(machineId, () => ShowAsync(machineId, cancellationToken), cancellationToken);

    private Task<Machine> ShowAsync(string machineId, CancellationToken cancellationToken) => SendAsync(
        () => new ApiRequest
        {
            Method = Method.Get,
            Path = ShowPath,
            Query = [Pair("machineId", ResourceId.Require(machineId, nameof(machineId)))],
            RetrySafety = RetrySafety.Idempotent,
            NotFoundReason = PaperspaceErrorReason.MachineNotFound,
        },
        CoreMachineJsonMap.Map.Names,
        reader =>
        {
            var machine = ReadMachine(reader);
            ResponseIdentity.Require(machineId.Trim(), machine.Id);
            return machine;
        },
        cancellationToken);

    public void Validate(MachineCreateOptions options)
    {
        options.Validate();
        _ = CoreMachineOptionMaps.Create.ToFields(options);
    }

    public void Validate(MachineUpdateOptions options)
    {
        options.Validate();
        _ = CoreMachineOptionMaps.Update.ToFields(options);
    }

    public async Task<Operation> CreateAsync(MachineCreateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        Validate(options);
        if (options.DependsOnTemplateOs)
            options.Validate(await FindTemplateAsync(options.TemplateId!, cancellationToken).ConfigureAwait(false));
        var check = new NewMachineCheck(_connection, options.Name);
        var request = new ApiRequest
        {
            Method = Method.Post,
            Path = CreatePath,
            Body = JsonBody.Object(ToFields(options)),
            Secrets = CoreMachineOptionMaps.Create.GetSecrets(options),
            RetrySafety = RetrySafety.OnlyIfNotProcessed,
            ResponseReceived = check.OnResponse,
        };
        var machine = await _connection
            .SendAsync(
                request,
                CoreMachineJsonMap.Map.Names,
                reader =>
                {
                    var created = ReadMachine(reader);
                    check.Require(created);
                    return created;
                },
                cancellationToken)
            .ConfigureAwait(false);
        var isStarted = options.StartOnCreate != false;
        _newMachines.Add(machine.Id, machine.Name);
        // A new machine has no events of an earlier action.
        var operation = NewOperation(
            machine.Id,
            isStarted ? MachineEventNames.Start : MachineEventNames.Create,
            isStarted ? MachineStates.Ready : MachineStates.Off,
            before: machine,
            machine: machine);
        operation.CreatesMachine = true;
        return operation;
    }

    public Task<IReadOnlyList<Machine>> FindCreatedAsync(string name, DateTimeOffset since, CancellationToken cancellationToken) =>
        _newMachines.FindAsync(this, name, since, cancellationToken);

    public Task<Operation> StartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        ActAsync(
            machineId,
            "start",
            MachineEventNames.Start,
            MachineStates.Ready,
            [],
            RetrySafety.Idempotent,
            waitUntil,
            cancellationToken);

    public Task<Operation> StopAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        ActAsync(
            machineId,
            "stop",
            MachineEventNames.Stop,
            MachineStates.Off,
            [],
            RetrySafety.Idempotent,
            waitUntil,
            cancellationToken);

    public Task<Operation> RestartAsync(string machineId, WaitUntil waitUntil, CancellationToken cancellationToken) =>
        ActAsync(
            machineId,
            "restart",
            MachineEventNames.Restart,
            MachineStates.Ready,
            [],
            RetrySafety.OnlyIfNotProcessed,
            waitUntil,
            cancellationToken);

    public Task<Operation> DeleteAsync(
        string machineId, bool? releasePublicIp, WaitUntil waitUntil, CancellationToken cancellationToken) => ActAsync(
        machineId,
        "destroyMachine",
        MachineEventNames.Deactivate,
        null,
        releasePublicIp is { } release ? [new KeyValuePair<string, object?>("releasePublicIp", release)] : [],
        RetrySafety.OnlyIfNotProcessed,
        waitUntil,
        cancellationToken);

    public async Task<Operation> UpdateAsync(
        string machineId, MachineUpdateOptions options, WaitUntil waitUntil, CancellationToken cancellationToken)
    {
        Validate(options);
        // An update is synchronous and has no event.
        var operation = await ActAsync(
            machineId,
            "updateMachinePublic",
            "update",
            null,
            CoreMachineOptionMaps.Update.ToFields(options),
            RetrySafety.Idempotent,
            WaitUntil.Started,
            cancellationToken).ConfigureAwait(false);
        if (waitUntil == WaitUntil.Completed) operation.Machine = await GetAsync(machineId, cancellationToken).ConfigureAwait(false);
        return operation;
    }

    public IPager<MachineEvent> ListEvents(string machineId, int? limit = null) =>
        new FilteringPager<MachineEvent>(
            new SinglePagePager<MachineEvent>(async token => new Page<MachineEvent>(
                (await GetAsync(machineId, token).ConfigureAwait(false)).Events ?? [])),
            null,
            limit,
            0);

    public Task<IReadOnlyList<MachineDesktop>> GetDesktopsAsync(string machineId, CancellationToken cancellationToken) =>
        Task.FromException<IReadOnlyList<MachineDesktop>>(
            PaperspaceException.NotSupported(
                $"The {CoreProtocol.ApiName} API does not return how to reach a machine's desktop. See the machine's page in the "
                    + "Paperspace console."));

    public IPager<MachineAccess> ListAccess(string machineId) => throw PaperspaceException.NotSupported(
        $"The {CoreProtocol.ApiName} API does not return who has access to a machine. See the machine's page in the Paperspace console.");

    public Task GrantAccessAsync(string machineId, string userId, CancellationToken cancellationToken) =>
        SetAccessAsync(machineId, userId, true, cancellationToken);

    public Task RevokeAccessAsync(string machineId, string userId, CancellationToken cancellationToken) =>
        SetAccessAsync(machineId, userId, false, cancellationToken);

    public async Task<IReadOnlyList<MachineUtilization>> GetUtilizationAsync(
        string machineId, Machine? machine, IReadOnlyList<BillingMonth> months, CancellationToken cancellationToken)
    {
        var read = new List<MachineUtilization>(months.Count);
        while (read.Count < months.Count)
            read.AddRange(await Task.WhenAll(months
                .Skip(read.Count)
                .Take(_connection.Options.PagesInFlight)
                .Select(month => ReadUtilizationAsync(machineId, machine, month, cancellationToken))).ConfigureAwait(false));
        return read;
    }

    public IReadOnlyList<string> AvailabilityTypes => MachineTypes.DedicatedGpu;

    public async Task<MachineAvailability> GetAvailabilityAsync(string region, string machineType, CancellationToken cancellationToken)
    {
        RequireValue(region, nameof(region));
        RequireValue(machineType, nameof(machineType));
        var fullRegion = Regions.FullName(region);
        var request = ApiRequest.Get(
            AvailabilityPath,
            Pair("region", QueryValue.Format("region", fullRegion)),
            Pair("machineType", QueryValue.Format("machineType", machineType)));
        var availability = await _connection
            .SendAsync(
                request,
                CoreAvailabilityJsonMap.Map.Names,
                reader => CoreAvailabilityJsonMap.Map.Read(reader, _json),
                cancellationToken)
            .ConfigureAwait(false);
        availability.Region = Regions.Normalize(region)!;
        availability.MachineType = machineType;
        availability.ReadAt = _connection.Now;
        return availability;
    }

    public IMachineWaiter WaitFor(IReadOnlyCollection<Operation> operations, MachineWaitOptions options) => new OperationPoller(
        new CoreOperationSource(
            ShowAsync,
            (limit, skip) => NewPager([], limit, skip, confirmsEnd: false),
            async (id, token) => (await ReadPageAsync([Pair("machineId", id)], 1, 0, token).ConfigureAwait(false)).Items.Exists(machine => machine.Id == id),
            _connection.NewDeletionCheck(),
            PageSize),
        operations,
        options,
        _connection.Time);

    private static IEnumerable<KeyValuePair<string, object?>> ToFields(MachineCreateOptions options)
    {
        var fields = CoreMachineOptionMaps.Create.ToFields(options);
        // Core requires billingType; default to hourly.
        return options.IsSet(nameof(options.BillingType)) ? fields : fields.Append(new("billingType", BillingTypes.Hourly));
    }

    private static void RequireValue(string value, string parameter)
    {
        if (string.IsNullOrWhiteSpace(value)) throw PaperspaceException.InvalidRequest($"{parameter} is empty.", parameter);
    }

    private static KeyValuePair<string, string> Pair(string name, string value) => new(name, value);

    private Task<Operation> ActAsync(
        string machineId,
        string path,
        string action,
        string? targetState,
        IReadOnlyList<KeyValuePair<string, object?>> fields,
        RetrySafety retrySafety,
        WaitUntil waitUntil,
        CancellationToken cancellationToken)
    {
        return _newMachines.ChangeAsync(machineId, ActOnVisibleAsync, cancellationToken);

        async Task<Operation> ActOnVisibleAsync()
        {
            var id = ResourceId.Require(machineId, nameof(machineId));
            // Core has no event ids, so remember the machine before the action.
            var before = waitUntil == WaitUntil.Completed ? await ShowAsync(id, cancellationToken).ConfigureAwait(false) : null;
            var request = new ApiRequest
            {
                Method = Method.Post,
                Path = $"machines/{id}/{path}",
                Body = fields.Count == 0 ? null : JsonBody.Object(fields),
                RetrySafety = retrySafety,
                NotFoundReason = PaperspaceErrorReason.MachineNotFound,
            };
            try
            {
                await _connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
            }
            catch (PaperspaceException refusal) when (before is not null && IsUnderWay(action, refusal))
            {
                // Another action in progress leads to the same state: await its end.
            }
            catch (PaperspaceException refusal)
                when (action is MachineEventNames.Start or MachineEventNames.Stop && MachineRefusals.IsOfAction(refusal))
            {
                // The reference documents this as a no-op, but the API rejects it.
                var machine = await ShowAsync(id, cancellationToken).ConfigureAwait(false);
                if (!MachineRefusals.IsNeedless(action, machine.State)) throw;
                return NewOperation(id, action, targetState, before, machine);
            }
            catch (PaperspaceException failure)
                when (before is not null
                    && targetState is not null
                    && failure is { Outcome: RequestOutcome.Unknown, Reason: not PaperspaceErrorReason.MachineNotFound })
            {
                var known = new CoreMachineBeforeAction(before);
                if (
                    await UnknownAction
                        .FindAsync(
                            _connection,
                            () => ShowAsync(id, cancellationToken),
                            // A restart ends in the state in which it began, so that only its event or a state on the way proves it.
                            machine => MachineEvents.IsTransitional(machine.State)
                                || known.GetEventsSince(machine).Any(item => item.Name.EqualsIgnoreCase(action))
                                || (action != MachineEventNames.Restart && machine.State.EqualsIgnoreCase(targetState)),
                            cancellationToken)
                        .ConfigureAwait(false) is null)
                    throw;
            }

            return NewOperation(id, action, targetState, before, machine: null);
        }
    }

    private static bool IsUnderWay(string action, PaperspaceException refusal) =>
        action is MachineEventNames.Start or MachineEventNames.Stop
        && refusal.Reason == PaperspaceErrorReason.RequestRejected
        && (
            Says(refusal, action == MachineEventNames.Start ? "currently starting" : "currently stopping")
            || Says(refusal, "not in a power state compatible"));

    private static bool Says(PaperspaceException failure, string words) =>
        failure.ApiMessage?.IndexOf(words, StringComparison.OrdinalIgnoreCase) >= 0;

    private Operation NewOperation(string machineId, string action, string? targetState, Machine? before, Machine? machine) => new()
    {
        ResourceKind = ResourceKinds.Machine,
        ResourceId = machineId,
        MachineId = machineId,
        Action = action,
        TargetState = targetState,
        StartedAt = _connection.Now,
        Before = before,
        Machine = machine,
    };

    private async Task SetAccessAsync(string machineId, string userId, bool isGranted, CancellationToken cancellationToken) =>
        await ActAsync(
                machineId,
                "setMachineAccess",
                "access",
                null,
                [new("userId", ResourceId.Require(userId, nameof(userId))), new("enableAccess", isGranted)],
                RetrySafety.Idempotent,
                WaitUntil.Started,
                cancellationToken)
            .ConfigureAwait(false);

    private OffsetPager<Machine> NewPager(
        IReadOnlyCollection<KeyValuePair<string, string>> filter,
        int? limit,
        int skip,
        bool confirmsEnd) =>
        new(
            (size, from, token) => ReadPageAsync(filter, size, from, token),
            machine => machine.Id,
            PageSize,
            limit,
            skip,
            _connection.Options.PagesInFlight,
            confirmsEnd);

    private Task<OffsetPage<Machine>> ReadPageAsync(
        IReadOnlyCollection<KeyValuePair<string, string>> filter, int limit, int skip, CancellationToken cancellationToken)
    {
        var query = new List<KeyValuePair<string, string>>(filter) { Pair("limit", QueryValue.Format("limit", limit)) };
        if (skip > 0) query.Add(Pair("skip", QueryValue.Format("skip", skip)));
        return _connection.SendAsync(ApiRequest.Get(ListPath, [.. query]), CoreMachineJsonMap.Map.Names, ReadMachines, cancellationToken);
    }

    private async Task<MachineUtilization> ReadUtilizationAsync(
        string machineId,
        Machine? machine,
        BillingMonth month,
        CancellationToken cancellationToken)
    {
        var utilization = await SendAsync(
            () => new ApiRequest
            {
                Method = Method.Get,
                Path = UtilizationPath,
                Query = [Pair("machineId", ResourceId.Require(machineId, nameof(machineId))), Pair("billingMonth", month.ToString())],
                RetrySafety = RetrySafety.Idempotent,
                NotFoundReason = PaperspaceErrorReason.MachineNotFound,
            },
            CoreUtilizationJsonMap.Map.Names,
            reader =>
            {
                var read = CoreUtilizationJsonMap.Map.Read(reader, _json);
                ResponseIdentity.Require(machineId, read.MachineId);
                RequireOf(read.Utilization, machineId, month);
                RequireOf(read.StorageUtilization, machineId, month);
                return read;
            },
            cancellationToken).ConfigureAwait(false);
        if (utilization.MachineId.Length == 0) utilization.MachineId = machineId;
        utilization.RequestedMonth = month.ToString();
        utilization.ReadAt = _connection.Now;
        utilization.Describe(machine);
        return utilization;
    }

    /// <summary>Throws if a usage is another machine's or another month's; one that names no month is the requested month's.</summary>
    private static void RequireOf(Usage? usage, string machineId, BillingMonth month)
    {
        if (usage is null) return;
        ResponseIdentity.Require(machineId, usage.MachineId);
        if (string.IsNullOrEmpty(usage.BillingMonth)) usage.BillingMonth = month.ToString();
        ResponseIdentity.Require(month.ToString(), BillingMonth.Find(usage.BillingMonth)?.ToString() ?? usage.BillingMonth);
    }

    /// <summary>Builds the request within the task, so that an invalid argument faults the task instead of throwing.</summary>
    private async Task<T> SendAsync<T>(
        Func<ApiRequest> build, JsonNameTable names, Func<JsonReader, T> read, CancellationToken cancellationToken) =>
        await _connection.SendAsync(build(), names, read, cancellationToken).ConfigureAwait(false);

    private Machine ReadMachine(JsonReader reader)
    {
        var machine = CoreMachineJsonMap.Map.Read(reader, _json);
        if (machine.Id.Length > 0) return Complete(machine, _connection.Now);
        throw new JsonReaderException(
            CoreErrorParser.FindMessage(machine.AdditionalData) is { } message
                ? ErrorTextFormatter.ToSentence(message)
                : "it contains a machine without an id.");
    }

    /// <summary>Reads a page, and skips machines without an id.</summary>
    private OffsetPage<Machine> ReadMachines(JsonReader reader)
    {
        var machines = CoreMachineJsonMap.Map.ReadArray(reader, _json, out var unreadable);
        unreadable += machines.RemoveAll(machine => machine.Id.Length == 0);
        var now = _connection.Now;
        foreach (var machine in machines) Complete(machine, now);
        return new OffsetPage<Machine>(machines, unreadable);
    }

    private Machine Complete(Machine machine, DateTimeOffset now)
    {
        foreach (var item in machine.Events ?? []) item.MachineId = machine.Id;
        machine.ReadAt = now;
        machine.Events = OrderByTime(machine.Events);
        if (machine.MachineType is null && CoreUsageRateLabel.FindMachineType(machine.UsageRate) is { } type)
            machine.MachineType = _json.Strings.Intern(type);
        return machine;
    }

    /// <summary>Sorts events newest first, if each has a time.</summary>
    private static IReadOnlyList<MachineEvent>? OrderByTime(IReadOnlyList<MachineEvent>? events) =>
        events is { Count: > 1 } && events.All(item => item.DtCreated is not null)
            ? [.. events.OrderByDescending(item => item.DtCreated)]
            : events;

    private async Task<Template?> FindTemplateAsync(string templateId, CancellationToken cancellationToken)
    {
        try
        {
            using var pager = _templates.List();
            var templates = await pager.NextAsync(cancellationToken).ConfigureAwait(false);
            return templates?.FirstOrDefault(template => string.Equals(template.Id, templateId, StringComparison.Ordinal));
        }
        catch (PaperspaceException)
        {
            // Best effort: the server validates the OS too.
            return null;
        }
    }
}
