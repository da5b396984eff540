using Newtonsoft.Json;
using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.Paging;
using RestSharp;

namespace Paperspace.Client.V1.Templates;

/// <summary>Reaches templates through the V1 API, which has two lists of them.</summary>
internal sealed class V1TemplateClient : ITemplateClient
{
    private const string SystemPath = "os-templates";
    private const string CustomPath = "custom-templates";

    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(1);

    private static readonly V1Pages<Template> Pages = new(TemplateJsonMap.Map);

    private readonly ApiConnection _connection;
    private readonly Func<string, CancellationToken, Task<Machine>> _readMachine;
    private readonly JsonContext _json = new();

    /// <summary>Creates a client.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="readMachine">Reads a machine, which has to be off for a template to be created from it.</param>
    public V1TemplateClient(ApiConnection connection, Func<string, CancellationToken, Task<Machine>> readMachine)
    {
        _connection = connection;
        _readMachine = readMachine;
    }

    private SharedRequest<IReadOnlyList<Template>> SharedList => _connection.GetSharedRequest<IReadOnlyList<Template>>("templates", TimeToLive);

    /// <inheritdoc/>
    public Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken) => SharedList.GetAsync(ReadAsync, cancellationToken);

    /// <inheritdoc/>
    public async Task<ResourceOperation> CreateAsync(string machineId, string name, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(machineId, nameof(machineId));
        RequireName(name);
        var machine = await _readMachine(id, cancellationToken).ConfigureAwait(false);
        if (!MachineStates.Is(machine.State, MachineStates.Off))
            throw PaperspaceException.InvalidRequest(
                $"Machine {id} is '{TerminalText.Sanitize(machine.State)}': a template can be created from it only while it is off. Stop it first.", nameof(machineId));
        var request = new ApiRequest
        {
            Method = Method.Post,
            Path = CustomPath,
            Body = JsonText.Object([new("name", name), new("machineId", id)]),
            Repeatability = Repeatability.IfUnhandled,
            NotFoundReason = PaperspaceErrorReason.MachineNotFound,
        };
        var response = await ChangeAsync(request, ReadResponse, cancellationToken).ConfigureAwait(false);
        return new ResourceOperation
        {
            ResourceKind = ResourceKinds.Template,
            ResourceId = response.Data!.Id,
            MachineId = id,
            Action = MachineEventNames.TemplateCreate,
            EventIds = response.Event?.Handle is { Length: > 0 } handle ? [handle] : [],
            StartedAt = _connection.Now,
            Resource = response.Data,
        };
    }

    /// <inheritdoc/>
    public async Task<Template> RenameAsync(string templateId, string name, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(templateId, nameof(templateId));
        RequireName(name);
        var request = new ApiRequest
        {
            Method = Method.Put,
            Path = $"{CustomPath}/{id}",
            Body = JsonText.Object([new("name", name)]),
            Repeatability = Repeatability.Always,
            NotFoundReason = PaperspaceErrorReason.TemplateNotFound,
        };
        return await ChangeAsync(request, reader => Complete(TemplateJsonMap.Map.Read(reader, _json)), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task DeleteAsync(string templateId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest
        {
            Method = Method.Delete,
            Path = $"{CustomPath}/{ResourceId.Require(templateId, nameof(templateId))}",
            Repeatability = Repeatability.IfUnhandled,
            NotFoundReason = PaperspaceErrorReason.TemplateNotFound,
        };
        try
        {
            await _connection.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            SharedList.Invalidate();
        }
    }

    private static void RequireName(string name)
    {
        if (string.IsNullOrWhiteSpace(name)) throw PaperspaceException.InvalidRequest("The name of a template is empty: give it one.", nameof(name));
    }

    /// <summary>A template of the team has no label but its name.</summary>
    private static Template Complete(Template? custom)
    {
        if (custom is not { Id.Length: > 0 }) throw new JsonReaderException("no template came.");
        custom.Label = custom.Name;
        return custom;
    }

    private TemplateResponseJson ReadResponse(JsonReader reader)
    {
        var response = TemplateResponseJson.Map.Read(reader, _json);
        response.Data = Complete(response.Data);
        return response;
    }

    /// <summary>Sends a change; whatever becomes of it, the list that is kept may be another one now.</summary>
    private async Task<T> ChangeAsync<T>(ApiRequest request, Func<JsonReader, T> read, CancellationToken cancellationToken)
    {
        try
        {
            return await _connection.SendAsync(request, TemplateJsonMap.Map.Names, read, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            SharedList.Invalidate();
        }
    }

    private async Task<IReadOnlyList<Template>> ReadAsync(CancellationToken cancellationToken)
    {
        var lists = await Task
            .WhenAll(ReadListAsync(SystemPath, "name", cancellationToken), ReadListAsync(CustomPath, "dtCreated", cancellationToken))
            .ConfigureAwait(false);
        foreach (var custom in lists[1]) custom.Label = custom.Name;
        foreach (var system in lists[0]) system.Label = system.Os;
        var templates = lists.SelectMany(list => list).ToList();
        new RepeatGuard().RemoveRepeats(templates, template => template.Id);
        return templates;
    }

    private async Task<List<Template>> ReadListAsync(string path, string order, CancellationToken cancellationToken)
    {
        using var pager = new CursorPager<Template>(
            (cursor, size, token) => Pages.ReadAsync(
                _connection, _json, path, [new("orderBy", order)], cursor, size, PaperspaceErrorReason.NotFound, token),
            template => template.Id,
            V1Lists.PageSize);
        var templates = new List<Template>();
        while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page) templates.AddRange(page.Where(template => template.DtDeleted is null));
        return templates;
    }
}
