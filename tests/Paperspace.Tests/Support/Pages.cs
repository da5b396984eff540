namespace Paperspace.Tests.Support;

/// <summary>Reads lists to their end.</summary>
internal static class Pages
{
    /// <summary>The items of all pages, and the warnings.</summary>
    public static async Task<(IReadOnlyList<T> Items, IReadOnlyList<string> Warnings)> ReadAsync<T>(IPager<T> pager)
    {
        var items = new List<T>();
        var warnings = new List<string>();
        using (pager)
            while (await pager.NextAsync(TestContext.Current.CancellationToken) is { } page)
            {
                items.AddRange(page);
                if (page.Warning is { } warning) warnings.Add(warning);
            }

        return (items, warnings);
    }
}
