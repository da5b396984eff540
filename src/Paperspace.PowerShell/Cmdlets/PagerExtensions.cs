namespace Paperspace.PowerShell;

/// <summary>Reads pagers to their end.</summary>
internal static class PagerExtensions
{
    /// <summary>Reads all items of a list, and disposes it.</summary>
    public static Task<IReadOnlyList<T>> ReadAllAsync<T>(this IPager<T> pager, CancellationToken cancellationToken) =>
        pager.ReadAllAsync(null, cancellationToken);

    /// <summary>Reads all items and warnings of a list, and disposes it.</summary>
    public static async Task<IReadOnlyList<T>> ReadAllAsync<T>(
        this IPager<T> pager, ICollection<string>? warnings, CancellationToken cancellationToken)
    {
        using (pager)
        {
            var items = new List<T>();
            while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            {
                items.AddRange(page);
                if (page.Warning is { } warning) warnings?.Add(warning);
            }

            return items;
        }
    }
}
