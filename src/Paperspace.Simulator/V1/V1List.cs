namespace Paperspace.Simulator;

/// <summary>Describes a list: how items are written, and how they can be sorted.</summary>
internal sealed class V1List<T>(ResourceWriter<V1Item<T>> writer, Func<T, string> cursor)
{
    private const int MaxLimit = 120;

    private readonly List<(string Name, Func<IEnumerable<T>, IEnumerable<T>> Sort)> _orders = [];

    /// <summary>Adds a sort order; the first one is the default.</summary>
    public V1List<T> OrderedBy(string name, Func<T, DateTimeOffset> key)
    {
        _orders.Add((name, items => items.OrderBy(key)));
        return this;
    }

    /// <summary>Adds a case-insensitive sort order, like the service's database.</summary>
    public V1List<T> OrderedBy(string name, Func<T, string> key)
    {
        _orders.Add((name, items => items.OrderBy(item => key(item).ToUpperInvariant())));
        return this;
    }

    /// <summary>Validates the query and returns a page. The cursor may name any item, listed or not.</summary>
    public SimulatedResponse Page(V1Request request, IEnumerable<T> items, Func<T, bool> isListed, Action<List<T>>? arrange = null)
    {
        var query = request.Query;
        var limit = query.Number("limit", 1, MaxLimit) ?? request.Options.DefaultPageSize;
        var orderBy = query.OneOf("orderBy", [.. _orders.Select(order => order.Name)]) ?? _orders[0].Name;
        var isAscending = query.OneOf("order", ["asc", "desc"]) == "asc";
        var after = query.String("after");
        query.Validate();

        // The sort is stable: in both directions, items with the same key keep their order of creation.
        var ordered = _orders.First(order => order.Name == orderBy).Sort(items).ToList();
        if (!isAscending) ordered.Reverse();
        var start = string.IsNullOrEmpty(after) ? 0 : Start(ordered, after!, request.Options);
        var page = ordered.Skip(start).Where(isListed).Take(limit + 1).ToList();
        var hasMore = page.Count > limit;
        if (hasMore) page.RemoveAt(limit);
        var next = hasMore ? cursor(page[limit - 1]) : null;
        arrange?.Invoke(page);
        return Write(request, page, next);
    }

    private int Start(List<T> ordered, string after, SimulatorV1Options options)
    {
        var found = ordered.FindIndex(item => cursor(item) == after);
        if (found < 0)
            throw new V1InvalidInputException([V1InputIssue.OutOfRange("after", "Invalid cursor")], options.ErrorsHaveIssues);
        return options.RepeatsItemsAcrossPages ? found : found + 1;
    }

    private SimulatedResponse Write(V1Request request, List<T> page, string? next) => JsonResponse.Create(json =>
    {
        json.WriteStartObject();
        json.WritePropertyName("hasMore");
        json.WriteValue(next is not null);
        if (next is not null || request.Options.LastPageCursor != LastPageCursor.Absent)
        {
            json.WritePropertyName("nextPage");
            json.WriteValue(next ?? (request.Options.LastPageCursor == LastPageCursor.Empty ? "" : null));
        }

        json.WritePropertyName("items");
        json.WriteStartArray();
        foreach (var item in page) writer.Write(json, new V1Item<T>(item, request));
        json.WriteEndArray();
        json.WriteEndObject();
    });
}
