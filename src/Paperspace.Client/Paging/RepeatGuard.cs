namespace Paperspace.Client;

/// <summary>Detects repeated pages and items of a list, in bounded memory.</summary>
internal sealed class RepeatGuard
{
    /// <summary>The maximum number of remembered items. Later items are compared with these only.</summary>
    private const int MaxItems = 1_000_000;

    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> _items = [];

    /// <summary>Adds a page.</summary>
    /// <param name="first">The key of the page: the id of its first item, or its cursor.</param>
    /// <returns>Whether the page is new.</returns>
    public bool AddPage(string first) => _pages.Add(first);

    /// <summary>Removes items that repeat earlier ones, including those on the same page.</summary>
    public void RemoveRepeats<T>(List<T> items, Func<T, string> getId) => items.RemoveAll(item =>
    {
        var hash = Hash(getId(item));
        return _items.Count < MaxItems ? !_items.Add(hash) : _items.Contains(hash);
    });

    /// <summary>Computes the 64-bit FNV-1a hash, which needs a tenth of the memory of the id.</summary>
    private static ulong Hash(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
