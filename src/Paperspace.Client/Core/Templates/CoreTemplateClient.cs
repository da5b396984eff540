using Paperspace.Client.Http;
using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Templates;

/// <summary>Reaches templates through the Core API, which can only list them.</summary>
internal sealed class CoreTemplateClient : ITemplateClient
{
    private const string ListPath = "templates/getTemplates";

    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(1);

    private readonly ApiConnection _connection;
    private readonly JsonContext _json = new();

    /// <summary>Creates a client.</summary>
    public CoreTemplateClient(ApiConnection connection)
    {
        _connection = connection;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken) => _connection
        .GetSharedRequest<IReadOnlyList<Template>>(ListPath, TimeToLive)
        .GetAsync(ReadAsync, cancellationToken);

    /// <inheritdoc/>
    public Task<ResourceOperation> CreateAsync(string machineId, string name, CancellationToken cancellationToken) =>
        Task.FromException<ResourceOperation>(Lacks("create"));

    /// <inheritdoc/>
    public Task<Template> RenameAsync(string templateId, string name, CancellationToken cancellationToken) =>
        Task.FromException<Template>(Lacks("rename"));

    /// <inheritdoc/>
    public Task DeleteAsync(string templateId, CancellationToken cancellationToken) => Task.FromException(Lacks("delete"));

    private static PaperspaceException Lacks(string action) => PaperspaceException.NotSupported(
        $"The {CoreProtocol.ApiName} API cannot {action} templates: it only lists them. Do it in the Paperspace console, or with a key for V1.");

    private async Task<IReadOnlyList<Template>> ReadAsync(CancellationToken cancellationToken) => await _connection.SendAsync(
        ApiRequest.Get(ListPath), TemplateJsonMap.Map.Names, reader => TemplateJsonMap.Map.ReadArray(reader, _json), cancellationToken).ConfigureAwait(false);
}
