namespace Paperspace.Client;

/// <summary>Implements the client for startup scripts of the V1 API.</summary>
internal sealed class V1ScriptClient : IScriptClient
{
    private static readonly OptionMap<ScriptCreateOptions> CreateMap = new OptionMap<ScriptCreateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.Text, "script")
        .Map(it => it.IsRunOnce, "isRunOnce")
        .Map(it => it.IsEnabled, [], ToEnabled)
        .Map(it => it.FileName, [], _ => [])
        .Map(it => it.MachineId, [], _ => [])
        .Unsupported(it => it.Description, "Omit it, or use a comment in the script.");

    private static readonly OptionMap<ScriptUpdateOptions> UpdateMap = new OptionMap<ScriptUpdateOptions>(V1Protocol.ApiName)
        .Map(it => it.Name, "name")
        .Map(it => it.Text, "script")
        .Map(it => it.IsRunOnce, "isRunOnce")
        .Map(it => it.IsEnabled, "isEnabled");

    private readonly V1Resources<Script> _scripts;

    public V1ScriptClient(ApiConnection connection)
    {
        _scripts = new V1Resources<Script>(connection, V1ScriptJsonMap.Map, script => script.Id, "startup-scripts");
        Assignments = new V1ScriptAssignments(connection, List);
    }

    public V1ScriptAssignments Assignments { get; }

    private static PaperspaceException NoText => PaperspaceException.NotSupported(
        $"The {V1Protocol.ApiName} API does not return the text of a script. Keep the file from which you created it.");

    public IPager<Script> List() => new FilteringPager<Script>(_scripts.List(), script => script.DtDeleted is null, null, 0);

    public Task<Script> GetAsync(string scriptId, CancellationToken cancellationToken) =>
        _scripts.GetAsync(ResourceId.Require(scriptId, nameof(scriptId)), cancellationToken);

    public Task<string> GetTextAsync(string scriptId, CancellationToken cancellationToken) => throw NoText;

    public void Require(ResourceAction action)
    {
        if (action == ResourceAction.Read) throw NoText;
    }

    public void Validate(ScriptCreateOptions options)
    {
        options.Validate();
        _ = CreateMap.ToFields(options);
    }

    public async Task<Script> CreateAsync(ScriptCreateOptions options, CancellationToken cancellationToken)
    {
        Validate(options);
        var script = await _scripts
            .CreateAsync(CreateMap.ToFields(options), CreateMap.GetParameters(options), cancellationToken)
            .ConfigureAwait(false);
        if (options.MachineId is not { } machineId) return script;
        try
        {
            return await AssignAsync(script.Id, machineId, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
        {
            throw failure.WithMessage(
                $"The script {script.Id} was created, but was not assigned to machine {machineId}: {failure.Message}");
        }
    }

    public Task<Script> UpdateAsync(string scriptId, ScriptUpdateOptions options, CancellationToken cancellationToken)
    {
        options.Validate();
        return _scripts.UpdateAsync(
            ResourceId.Require(scriptId, nameof(scriptId)),
            UpdateMap.ToFields(options),
            UpdateMap.GetParameters(options),
            cancellationToken);
    }

    public async Task DeleteAsync(string scriptId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(scriptId, nameof(scriptId));
        await Assignments.ChangeAsync(
            async token =>
            {
                await _scripts.DeleteAsync(id, token).ConfigureAwait(false);
                return true;
            },
            cancellationToken).ConfigureAwait(false);
    }

    public Task<Script> AssignAsync(string scriptId, string machineId, CancellationToken cancellationToken) =>
        Assignments.ChangeAsync(token => ActAsync(scriptId, "assign", machineId, token), cancellationToken);

    public Task<Script> UnassignAsync(string scriptId, string machineId, CancellationToken cancellationToken) =>
        ActAsync(scriptId, "unassign", machineId, cancellationToken);

    private static IEnumerable<KeyValuePair<string, object?>> ToEnabled(ScriptCreateOptions options) => options.IsEnabled != false
        ? []
        : throw PaperspaceException.NotSupported(
            $"The {V1Protocol.ApiName} API cannot create a disabled script. Create the script, then disable it.",
            nameof(ScriptCreateOptions.IsEnabled));

    private Task<Script> ActAsync(string scriptId, string action, string machineId, CancellationToken cancellationToken) =>
        _scripts.ActAsync(
            ResourceId.Require(scriptId, nameof(scriptId)),
            action,
            [new("machineId", ResourceId.Require(machineId, nameof(machineId)))],
            RetrySafety.Idempotent,
            cancellationToken);
}
