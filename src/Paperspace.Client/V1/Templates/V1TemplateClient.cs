using Paperspace.Client.Http;
using Paperspace.Client.Json;
using Paperspace.Client.Paging;

namespace Paperspace.Client.V1.Templates;

/// <summary>Reaches templates through the V1 API, which has two lists of them.</summary>
internal sealed class V1TemplateClient : ITemplateClient
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromMinutes(1);

    private static readonly V1Pages<Template> Pages = new(TemplateJsonMap.Map);

    private readonly ApiConnection _connection;
    private readonly JsonContext _json = new();

    /// <summary>Creates a client.</summary>
    public V1TemplateClient(ApiConnection connection)
    {
        _connection = connection;
    }

    /// <inheritdoc/>
    public Task<IReadOnlyList<Template>> ListAsync(CancellationToken cancellationToken) => _connection
        .GetSharedRequest<IReadOnlyList<Template>>("templates", TimeToLive)
        .GetAsync(ReadAsync, cancellationToken);

    private async Task<IReadOnlyList<Template>> ReadAsync(CancellationToken cancellationToken)
    {
        var lists = await Task
            .WhenAll(ReadListAsync("os-templates", "name", cancellationToken), ReadListAsync("custom-templates", "dtCreated", cancellationToken))
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
