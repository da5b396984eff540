using Newtonsoft.Json;
using Paperspace.Client.Core;
using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.Listing;
using Paperspace.Client.Waiting;
using RestSharp;

namespace Paperspace.Client;

/// <summary>The Core API over HTTP.</summary>
public sealed class PaperspaceClient : IPaperspaceClient
{
    private static readonly TimeSpan TemplatesKept = TimeSpan.FromMinutes(1);

    private readonly PaperspaceClientOptions _options;
    private readonly RestTransport _transport;
    private readonly JsonContext _json = new();
    private volatile CachedTemplates? _templates;

    /// <summary>Prepares to reach an account; sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is wrong, such as a base URI that would send the key unencrypted.</exception>
    public PaperspaceClient(PaperspaceClientOptions options)
    {
        _options = options ?? throw new ArgumentNullException(nameof(options));
        options.Validate();
        _transport = new RestTransport(options, new CoreAnswerJudge(), this);
    }

    /// <inheritdoc/>
    public event EventHandler<TrafficEventArgs>? Traffic
    {
        add => _transport.Traffic += value;
        remove => _transport.Traffic -= value;
    }

    /// <inheritdoc/>
    public DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <inheritdoc/>
    public async Task<Machine> CreateMachineAsync(MachineCreateRequest request, CancellationToken cancellationToken)
    {
        request.Validate();
        if (request.DependsOnTemplateOs)
            request.Validate(await FindTemplateAsync(request.TemplateId!, cancellationToken).ConfigureAwait(false));
        return await GetAsync(Post(CoreRoutes.Create, request.Fields, isRepeatable: false), CoreFields.Machine.Names, ReadMachine, cancellationToken)
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task StartMachineAsync(string machineId, CancellationToken cancellationToken) =>
        ActAsync(machineId, "start", null, isRepeatable: true, cancellationToken);

    /// <inheritdoc/>
    public Task StopMachineAsync(string machineId, CancellationToken cancellationToken) =>
        ActAsync(machineId, "stop", null, isRepeatable: true, cancellationToken);

    /// <inheritdoc/>
    public Task RestartMachineAsync(string machineId, CancellationToken cancellationToken) =>
        ActAsync(machineId, "restart", null, isRepeatable: false, cancellationToken);

    /// <inheritdoc/>
    public Task DestroyMachineAsync(string machineId, bool? releasePublicIp, CancellationToken cancellationToken) => ActAsync(
        machineId,
        "destroyMachine",
        releasePublicIp is { } release ? new Dictionary<string, object?> { ["releasePublicIp"] = release } : null,
        isRepeatable: false,
        cancellationToken);

    /// <inheritdoc/>
    public async Task UpdateMachineAsync(string machineId, MachineUpdateRequest request, CancellationToken cancellationToken)
    {
        request.Validate();
        await ActAsync(machineId, "updateMachinePublic", request.Fields, isRepeatable: true, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public IBatches<Machine> ListMachines(MachineFilter? filter = null, int? limit = null, int skip = 0)
    {
        var query = (filter?.Fields ?? new Dictionary<string, object?>())
            .Select(field => Pair(field.Key, CoreValues.Query(field.Key, field.Value)))
            .ToArray();
        return new MachineListing((pageSize, from, token) => ListPageAsync(query, pageSize, from, token), limit, skip, _options.PagesInFlight);
    }

    /// <inheritdoc/>
    public async Task<Machine> ShowMachineAsync(string machineId, CancellationToken cancellationToken)
    {
        var request = Get(CoreRoutes.Show, Pair("machineId", ResourceId.Require(machineId, "machineId")));
        return await GetAsync(request, CoreFields.Machine.Names, ReadMachine, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task SetMachineAccessAsync(string machineId, string userId, bool enableAccess, CancellationToken cancellationToken)
    {
        var access = new Dictionary<string, object?> { ["userId"] = ResourceId.Require(userId, "userId"), ["enableAccess"] = enableAccess };
        await ActAsync(machineId, "setMachineAccess", access, isRepeatable: true, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<MachineUtilization> GetUtilizationAsync(string machineId, BillingMonth month, CancellationToken cancellationToken)
    {
        var request = Get(
            CoreRoutes.Utilization,
            Pair("machineId", ResourceId.Require(machineId, "machineId")),
            Pair("billingMonth", month.ToString()));
        return await GetAsync(
            request, CoreFields.Utilization.Names, reader => CoreFields.Utilization.Read(reader, _json), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task<MachineAvailability> GetAvailabilityAsync(string region, string machineType, CancellationToken cancellationToken)
    {
        RequireText(region, "region");
        RequireText(machineType, "machineType");
        var fullRegion = Regions.FullName(region);
        var request = Get(
            CoreRoutes.Availability,
            Pair("region", CoreValues.Query("region", fullRegion)),
            Pair("machineType", CoreValues.Query("machineType", machineType)));
        var availability = await GetAsync(
            request, CoreFields.Availability.Names, reader => CoreFields.Availability.Read(reader, _json), cancellationToken).ConfigureAwait(false);
        availability.Region = fullRegion;
        availability.MachineType = machineType;
        return availability;
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Template>> ListTemplatesAsync(CancellationToken cancellationToken)
    {
        if (_templates is { } cached && Now - cached.ReadAt < TemplatesKept) return cached.Templates;
        var templates = await GetAsync(
            Get(CoreRoutes.Templates), CoreFields.Template.Names, reader => CoreFields.Template.ReadArray(reader, _json), cancellationToken)
            .ConfigureAwait(false);
        _templates = new CachedTemplates(templates, Now);
        return templates;
    }

    /// <inheritdoc/>
    public async Task<MachineBaseline> NoteBaselineAsync(string machineId, CancellationToken cancellationToken) =>
        new(await ShowMachineAsync(machineId, cancellationToken).ConfigureAwait(false));

    /// <inheritdoc/>
    public IMachineWait WaitForMachines(IReadOnlyCollection<MachineExpectation> expectations, MachineWaitOptions options) =>
        new MachineWait(this, expectations, options, _options.TimeProvider);

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    private static void RequireText(string value, string parameter)
    {
        if (string.IsNullOrWhiteSpace(value)) throw PaperspaceException.InvalidRequest($"{parameter} is empty.", parameter);
    }

    private static KeyValuePair<string, string> Pair(string name, string value) => new(name, value);

    private static WireRequest Get(string path, params KeyValuePair<string, string>[] query) =>
        new() { Method = Method.Get, Path = path, Query = query, IsRepeatable = true };

    private static WireRequest Post(string path, IReadOnlyDictionary<string, object?>? fields, bool isRepeatable) => new()
    {
        Method = Method.Post,
        Path = path,
        Body = fields is null ? null : CoreValues.Body(fields),
        IsRepeatable = isRepeatable,
    };

    private async Task ActAsync(
        string machineId, string action, IReadOnlyDictionary<string, object?>? fields, bool isRepeatable, CancellationToken cancellationToken)
    {
        using var response = await _transport.SendAsync(Post(CoreRoutes.Action(machineId, action), fields, isRepeatable), cancellationToken)
            .ConfigureAwait(false);
    }

    private Task<List<Machine>> ListPageAsync(
        IReadOnlyCollection<KeyValuePair<string, string>> filter, int limit, int skip, CancellationToken cancellationToken)
    {
        var query = new List<KeyValuePair<string, string>>(filter) { Pair("limit", CoreValues.Query("limit", limit)) };
        if (skip > 0) query.Add(Pair("skip", CoreValues.Query("skip", skip)));
        return GetAsync(Get(CoreRoutes.List, [.. query]), CoreFields.Machine.Names, ReadMachines, cancellationToken);
    }

    private Machine ReadMachine(JsonReader reader) => Complete(CoreFields.Machine.Read(reader, _json), Now);

    private List<Machine> ReadMachines(JsonReader reader)
    {
        var machines = CoreFields.Machine.ReadArray(reader, _json);
        var now = Now;
        foreach (var machine in machines) Complete(machine, now);
        return machines;
    }

    private Machine Complete(Machine machine, DateTimeOffset now)
    {
        if (machine.Id.Length == 0) throw new JsonReaderException("a machine without an id came.");
        machine.ReadAt = now;
        if (machine.MachineType is null && MachineTypeLabel.From(machine.UsageRate) is { } type) machine.MachineType = _json.Strings.Share(type);
        return machine;
    }

    private async Task<T> GetAsync<T>(
        WireRequest request, JsonNameTable names, Func<JsonReader, T> read, CancellationToken cancellationToken)
    {
        using var response = await _transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            using var reader = JsonContext.Open(response.Body.OpenText(), names);
            JsonValues.ReadOn(reader);
            var result = read(reader);
            while (reader.Read())
                if (reader.TokenType != JsonToken.Comment)
                    throw new JsonReaderException("text follows after the end.");
            return result;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or ArgumentException)
        {
            throw Unreadable(request, response, exception.Message);
        }
    }

    /// <remarks>The reader's exception does not go into this one, since it quotes the body, where a secret may be.</remarks>
    private static PaperspaceException Unreadable(WireRequest request, WireResponse response, string failure)
    {
        var cause = response.Body.IsBlank ? "it has no body."
            : ErrorText.IsWebPage(response.Text) ? "it is a web page, not JSON."
            : response.Shown(failure);
        var message = $"The answer to {request.MethodName} {request.DisplayPath} (status {response.Status}) cannot be read: {cause}";
        return new PaperspaceException(
            request.IsRepeatable ? PaperspaceErrorReason.InvalidResponse : PaperspaceErrorReason.OutcomeUnknown,
            request.IsRepeatable ? message : $"{message} The request itself was accepted.")
        {
            Status = response.Status,
            Method = request.MethodName,
            Path = request.DisplayPath,
            ResponseBody = response.TextOrNull,
        };
    }

    private async Task<Template?> FindTemplateAsync(string templateId, CancellationToken cancellationToken)
    {
        try
        {
            var templates = await ListTemplatesAsync(cancellationToken).ConfigureAwait(false);
            return templates.FirstOrDefault(template => string.Equals(template.Id, templateId, StringComparison.Ordinal));
        }
        catch (PaperspaceException)
        {
            // The rule about operating systems is the server's too; without the list it is left to it.
            return null;
        }
    }

    private sealed record CachedTemplates(IReadOnlyList<Template> Templates, DateTimeOffset ReadAt);
}
