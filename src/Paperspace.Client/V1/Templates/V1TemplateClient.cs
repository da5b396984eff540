namespace Paperspace.Client;

/// <summary>Implements the client for templates of the V1 API, which has two lists of them.</summary>
internal sealed class V1TemplateClient : ITemplateClient
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(1);

    private static readonly OptionMap<TemplateCreateOptions> CreateMap = new OptionMap<TemplateCreateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.MachineId, "machineId");

    private static readonly OptionMap<TemplateUpdateOptions> UpdateMap = new OptionMap<TemplateUpdateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name");

    private readonly ApiConnection _connection;
    private readonly Func<string, CancellationToken, Task<Machine>> _readMachine;
    private readonly V1Resources<Template> _system;
    private readonly V1Resources<Template> _custom;

    /// <param name="readMachine">Reads a machine, which must be off to create a template from it.</param>
    public V1TemplateClient(ApiConnection connection, Func<string, CancellationToken, Task<Machine>> readMachine)
    {
        _connection = connection;
        _readMachine = readMachine;
        _system = new V1Resources<Template>(connection, V1TemplateJsonMap.Map, template => template.Id, "os-templates", "name");
        _custom = new V1Resources<Template>(connection, V1TemplateJsonMap.Map, template => template.Id, "custom-templates");
    }

    private SharedRequest<Page<Template>> SharedList => _connection.GetSharedRequest<Page<Template>>("templates", TimeToLive);

    public IPager<Template> List(bool isCustom = false) =>
        new FilteringPager<Template>(
            new SinglePagePager<Template>(token => SharedList.GetAsync(ReadAsync, token)),
            isCustom ? static template => template.IsCustom : null,
            null,
            0);

    public async Task<Template> GetAsync(string templateId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(templateId, nameof(templateId));
        var templates = await SharedList.GetAsync(ReadAsync, cancellationToken).ConfigureAwait(false);
        return templates.FirstOrDefault(template => template.Id == id)
            ?? Complete(await _custom.GetAsync(id, cancellationToken).ConfigureAwait(false));
    }

    public void Require(ResourceAction action)
    {
    }

    public async Task<Operation> CreateAsync(TemplateCreateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        var machineId = ResourceId.Require(options.MachineId, nameof(options.MachineId));
        var machine = await _readMachine(machineId, cancellationToken).ConfigureAwait(false);
        if (!machine.State.EqualsIgnoreCase(MachineStates.Off))
            throw PaperspaceException.InvalidRequest(
                $"Machine {machineId} is '{TerminalText.Sanitize(machine.State)}'. A template can be created only while it is "
                    + "off. Stop it first.",
                nameof(options.MachineId));
        var response = await SharedList
            .InvalidateAfterAsync(
                token => _custom.BeginCreateAsync(
                    CreateMap.ToFields(options),
                    CreateMap.GetParameters(options),
                    template => ResponseIdentity.RequireName(options.Name, template.Name),
                    null,
                    token),
                cancellationToken)
            .ConfigureAwait(false);
        var template = Complete(response.Data!);
        var operation = response.ToOperation(
            ResourceKinds.Template, template.Id, machineId, MachineEventNames.TemplateCreate, _connection.Now);
        operation.MachineId = machineId;
        return operation;
    }

    public async Task<Template> UpdateAsync(string templateId, TemplateUpdateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        var id = ResourceId.Require(templateId, nameof(templateId));
        return Complete(
            await SharedList.InvalidateAfterAsync(
                    token => _custom.UpdateAsync(id, UpdateMap.ToFields(options), UpdateMap.GetParameters(options), token),
                    cancellationToken)
                .ConfigureAwait(false));
    }

    public async Task DeleteAsync(string templateId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(templateId, nameof(templateId));
        await SharedList.InvalidateAfterAsync(
            async token =>
            {
                await _custom.DeleteAsync(id, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sets the label of a custom template, which has only a name.</summary>
    private static Template Complete(Template custom)
    {
        custom.Label = custom.Name;
        return custom;
    }

    private static async Task<(IReadOnlyList<Template> Templates, string? Warning)> ReadAsync(
        V1Resources<Template> list,
        CancellationToken cancellationToken)
    {
        using var pager = list.List();
        var templates = new List<Template>();
        string? warning = null;
        while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            templates.AddRange(page.Where(template => template.DtDeleted is null));
            warning ??= page.Warning;
        }

        return (templates, warning);
    }

    private async Task<Page<Template>> ReadAsync(CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(ReadAsync(_system, cancellationToken), ReadAsync(_custom, cancellationToken)).ConfigureAwait(false);
        foreach (var system in lists[0].Templates) system.Label = system.Os;
        foreach (var custom in lists[1].Templates) Complete(custom);
        var templates = lists.SelectMany(list => list.Templates).ToList();
        new RepeatGuard().RemoveRepeats(templates, template => template.Id);
        return new Page<Template>(templates, lists[0].Warning ?? lists[1].Warning);
    }
}
