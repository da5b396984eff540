using Newtonsoft.Json;
using RestSharp;

namespace Paperspace.Client;

/// <summary>Implements the client for scripts of the Core API.</summary>
internal sealed class CoreScriptClient : IScriptClient
{
    private const string TextField = "scriptText";

    private static readonly OptionMap<ScriptCreateOptions> CreateMap = new OptionMap<ScriptCreateOptions>(CoreProtocol.ApiName)
        .Map(it => it.Name, "scriptName")
        .Map(it => it.Text, TextField)
        .Map(it => it.FileName, [], _ => [])
        .Map(it => it.MachineId, "machineId")
        .Map(it => it.Description, "scriptDescription")
        .Map(it => it.IsEnabled, "isEnabled")
        .Map(it => it.IsRunOnce, "runOnce");

    private const int MaxUploadRetries = 3;

    private static readonly Backoff UploadBackoff = new(TimeSpan.FromSeconds(1), 2, TimeSpan.FromSeconds(5));

    private readonly ApiConnection _connection;
    private readonly JsonContext _json;

    public CoreScriptClient(ApiConnection connection)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
    }

    private static PaperspaceException NoAssignment =>
        PaperspaceException.NotSupported(
            $"The {CoreProtocol.ApiName} API can assign a script only when it creates the machine (New-PsMachine -Script) or the script "
             + "(New-PsScript -Machine).");

    public IPager<Script> List() => new SinglePagePager<Script>(token => _connection.SendAsync(
        ApiRequest.Get("scripts/getScripts"),
        CoreScriptJsonMap.Map.Names,
        reader => CoreScriptJsonMap.Map.ReadPage(reader, _json),
        token));

    public Task<Script> GetAsync(string scriptId, CancellationToken cancellationToken) =>
        _connection.SendAsync(
            NewRead("scripts/getScript", scriptId),
            CoreScriptJsonMap.Map.Names,
            reader => CoreScriptJsonMap.Map.Read(reader, _json),
            cancellationToken);

    public Task<string> GetTextAsync(string scriptId, CancellationToken cancellationToken) => _connection.SendAsync(
        NewRead("scripts/getScriptText", scriptId), CoreScriptJsonMap.Map.Names, ReadText, cancellationToken);

    public void Require(ResourceAction action)
    {
        if (action == ResourceAction.Update) throw CoreProtocol.Unsupported(action, "scripts");
        if (action == ResourceAction.Assign) throw NoAssignment;
    }

    public void Validate(ScriptCreateOptions options)
    {
        options.Validate();
        _ = CreateMap.ToFields(options);
    }

    public async Task<Script> CreateAsync(ScriptCreateOptions options, CancellationToken cancellationToken)
    {
        Validate(options);
        for (var attempt = 0; ; attempt++)
            try
            {
                return await _connection
                    .SendAsync(
                        NewCreation(options),
                        CoreScriptJsonMap.Map.Names,
                        reader => CoreScriptJsonMap.Map.Read(reader, _json),
                        cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (PaperspaceException failure) when (attempt < MaxUploadRetries && IsNotUploaded(failure))
            {
                await _connection.Time.Delay(UploadBackoff.GetDelay(attempt), cancellationToken).ConfigureAwait(false);
            }
    }

    /// <summary>Returns whether the API answered 404 "script not uploaded - temporary", which means that nothing was created.</summary>
    private static bool IsNotUploaded(PaperspaceException failure) =>
        failure.Status == 404 && failure.ApiMessage?.IndexOf("temporary", StringComparison.OrdinalIgnoreCase) >= 0;

    public Task<Script> UpdateAsync(string scriptId, ScriptUpdateOptions options, CancellationToken cancellationToken) =>
        throw CoreProtocol.Unsupported(ResourceAction.Update, "scripts");

    public Task DeleteAsync(string scriptId, CancellationToken cancellationToken) => _connection.SendAsync(
        new ApiRequest
        {
            Method = Method.Post,
            Path = $"scripts/{ResourceId.Require(scriptId, nameof(scriptId))}/destroy",
            RetrySafety = RetrySafety.OnlyIfNotProcessed,
            NotFoundReason = PaperspaceErrorReason.ResourceNotFound,
        },
        cancellationToken);

    public Task<Script> AssignAsync(string scriptId, string machineId, CancellationToken cancellationToken) => throw NoAssignment;

    public Task<Script> UnassignAsync(string scriptId, string machineId, CancellationToken cancellationToken) => throw NoAssignment;

    private static ApiRequest NewRead(string path, string scriptId) => new()
    {
        Method = Method.Get,
        Path = path,
        Query = [new("scriptId", ResourceId.Require(scriptId, nameof(scriptId)))],
        RetrySafety = RetrySafety.Idempotent,
        NotFoundReason = PaperspaceErrorReason.ResourceNotFound,
    };

    /// <summary>
    /// Creates the request for a new script: a JSON body, or, for a file, a form with the file and the other fields in
    /// the query, as the official client sends it.
    /// </summary>
    private static ApiRequest NewCreation(ScriptCreateOptions options)
    {
        var fields = CreateMap.ToFields(options);
        var isFile = !string.IsNullOrWhiteSpace(options.FileName);
        return new ApiRequest
        {
            Method = Method.Post,
            Path = "scripts/createScript",
            Query = isFile ? [.. fields.Where(field => field.Key != TextField).Select(ToQuery)] : [],
            Body = isFile ? null : JsonBody.Object(fields),
            File = isFile ? new RequestFile("file", options.FileName!, options.Text!) : null,
            RetrySafety = RetrySafety.OnlyIfNotProcessed,
            Parameters = CreateMap.GetParameters(options),
        };
    }

    private static KeyValuePair<string, string> ToQuery(KeyValuePair<string, object?> field) =>
        new(field.Key, QueryValue.Format(field.Key, field.Value));

    private static string ReadText(JsonReader reader) =>
        JsonValues.TryString(reader, out var text) ? text ?? "" : throw new JsonReaderException("it is not a string.");
}
