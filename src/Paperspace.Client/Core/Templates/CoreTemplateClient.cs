namespace Paperspace.Client;

/// <summary>Implements the client for templates of the Core API, which can only list them.</summary>
internal sealed class CoreTemplateClient : ITemplateClient
{
    private const string ListPath = "templates/getTemplates";
    private const string Noun = "templates";

    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(1);

    private readonly ApiConnection _connection;
    private readonly JsonContext _json;

    public CoreTemplateClient(ApiConnection connection)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
    }

    public IPager<Template> List(bool isCustom = false) => new FilteringPager<Template>(
        new SinglePagePager<Template>(ReadSharedAsync),
        isCustom ? static template => template.IsCustom : null,
        null,
        0);

    public async Task<Template> GetAsync(string templateId, CancellationToken cancellationToken)
    {
        var id = ResourceId.Require(templateId, nameof(templateId));
        var templates = await ReadSharedAsync(cancellationToken).ConfigureAwait(false);
        return templates.FirstOrDefault(template => template.Id == id)
            ?? throw new PaperspaceException(PaperspaceErrorReason.ResourceNotFound, $"There is no template with the id '{id}'.");
    }

    public void Require(ResourceAction action) => throw CoreProtocol.Unsupported(action, Noun);

    public Task<Operation> CreateAsync(TemplateCreateOptions options, CancellationToken cancellationToken) =>
        throw CoreProtocol.Unsupported(ResourceAction.Create, Noun);

    public Task<Template> UpdateAsync(string templateId, TemplateUpdateOptions options, CancellationToken cancellationToken) =>
        throw CoreProtocol.Unsupported(ResourceAction.Update, Noun);

    public Task DeleteAsync(string templateId, CancellationToken cancellationToken) =>
        throw CoreProtocol.Unsupported(ResourceAction.Delete, Noun);

    private Task<Page<Template>> ReadSharedAsync(CancellationToken cancellationToken) => _connection
        .GetSharedRequest<Page<Template>>(ListPath, TimeToLive)
        .GetAsync(ReadAsync, cancellationToken);

    private Task<Page<Template>> ReadAsync(CancellationToken cancellationToken) => _connection.SendAsync(
        ApiRequest.Get(ListPath),
        CoreTemplateJsonMap.Map.Names,
        reader => CoreTemplateJsonMap.Map.ReadPage(reader, _json),
        cancellationToken);
}
