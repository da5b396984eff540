namespace Paperspace.Client;

/// <summary>Notices pages and items of a list that come again, in bounded memory.</summary>
internal sealed class RepeatGuard
{
    /// <summary>Beyond so many items, those that come later are compared with these only.</summary>
    private const int MaxItems = 1_000_000;

    private readonly HashSet<string> _pages = new(StringComparer.Ordinal);
    private readonly HashSet<ulong> _items = [];

    /// <summary>Adds a page.</summary>
    /// <param name="first">Its key: the id of its first item, or its cursor.</param>
    /// <returns>Whether it is new.</returns>
    public bool AddPage(string first) => _pages.Add(first);

    /// <summary>Removes the items that came before, on this page too.</summary>
    public void RemoveRepeats<T>(List<T> items, Func<T, string> getId) => items.RemoveAll(item =>
    {
        var hash = Hash(getId(item));
        return _items.Count < MaxItems ? !_items.Add(hash) : _items.Contains(hash);
    });

    /// <summary>Computes the FNV-1a hash of 64 bits: a tenth of the memory that the ids themselves would take.</summary>
    private static ulong Hash(string id)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in id) hash = (hash ^ c) * 1099511628211UL;
        return hash;
    }
}
