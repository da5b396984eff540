namespace Paperspace.Simulator.V1;

/// <summary>Describes a list: how it is ordered, and how an item is written.</summary>
/// <param name="Map">Writes an item.</param>
/// <param name="Cursor">Names an item.</param>
/// <param name="Orders">The values that it can be ordered by, the default first.</param>
internal sealed record V1List<T>(
    JsonMap<V1Item<T>> Map,
    Func<T, string> Cursor,
    IReadOnlyList<(string Name, Func<T, IComparable> Key)> Orders)
{
    private const int MaximumLimit = 120;

    /// <summary>Makes a page.</summary>
    /// <param name="request">The request, in whose query the page is asked for; its parameters are checked here.</param>
    /// <param name="items">Everything that a cursor can name, oldest first: also what is no longer there.</param>
    /// <param name="isListed">Tells whether an item is to be listed.</param>
    /// <exception cref="InvalidInputException">A parameter is wrong.</exception>
    public SimulatedResponse Page(V1Request request, IEnumerable<T> items, Func<T, bool> isListed)
    {
        var query = request.Query;
        var limit = query.Number("limit", 1, MaximumLimit) ?? request.Options.DefaultPageSize;
        var orderBy = query.OneOf("orderBy", [.. Orders.Select(order => order.Name)]) ?? Orders[0].Name;
        var isAscending = query.OneOf("order", ["asc", "desc"]) == "asc";
        var after = query.Text("after");
        query.Validate();

        var key = Orders.First(order => order.Name == orderBy).Key;
        // Items of the same key have the order in which they were made, either way round.
        var ascending = items.Select((item, index) => (item, index)).OrderBy(pair => key(pair.item)).ThenBy(pair => pair.index)
            .Select(pair => pair.item).ToList();
        if (!isAscending)
            ascending.Reverse();
        var from = string.IsNullOrEmpty(after) ? 0 : Start(ascending, after!, request.Options);
        var page = ascending.Skip(from).Where(isListed).Take(limit + 1).ToList();
        var hasMore = page.Count > limit;
        if (hasMore)
            page.RemoveAt(limit);
        return Write(request, page, hasMore);
    }

    // Sorts text as the service's database does, whatever the case.
    public static IComparable Text(string text) => text.ToUpperInvariant();

    private int Start(List<T> ordered, string after, SimulatorV1Options options)
    {
        var found = ordered.FindIndex(item => Cursor(item) == after);
        if (found < 0)
            throw new InvalidInputException(
                [InputIssue.OutOfRange("after", "Invalid cursor")], options.ErrorsHaveIssues);
        return options.RepeatsItemsAcrossPages ? found : found + 1;
    }

    private SimulatedResponse Write(V1Request request, List<T> page, bool hasMore) => JsonResponse.Create(writer =>
    {
        writer.WriteStartObject();
        writer.WritePropertyName("hasMore");
        writer.WriteValue(hasMore);
        if (hasMore || request.Options.LastPageCursor != LastPageCursor.Absent)
        {
            writer.WritePropertyName("nextPage");
            writer.WriteValue(hasMore ? Cursor(page[page.Count - 1]) : request.Options.LastPageCursor == LastPageCursor.Empty ? "" : null);
        }

        writer.WritePropertyName("items");
        writer.WriteStartArray();
        foreach (var item in page)
            Map.Write(writer, new V1Item<T>(item, request));
        writer.WriteEndArray();
        writer.WriteEndObject();
    });
}
