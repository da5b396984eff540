using Paperspace.Client.Http;
using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Templates;

/// <summary>Reaches templates through the Core API.</summary>
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

    private async Task<IReadOnlyList<Template>> ReadAsync(CancellationToken cancellationToken) => await _connection.SendAsync(
        ApiRequest.Get(ListPath), TemplateJsonMap.Map.Names, reader => TemplateJsonMap.Map.ReadArray(reader, _json), cancellationToken).ConfigureAwait(false);
}
