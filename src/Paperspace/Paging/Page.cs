using System.Collections;

namespace Paperspace;

/// <summary>Represents a page of a list. It may be empty even if more pages follow.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T> : IReadOnlyList<T>
{
    private readonly IReadOnlyList<T> _items;

    /// <summary>Creates a page.</summary>
    /// <param name="items">The items.</param>
    /// <param name="warning">A problem with the list, such as that it seems to be incomplete; null for none.</param>
    public Page(IReadOnlyList<T> items, string? warning = null)
    {
        _items = items ?? throw new ArgumentNullException(nameof(items));
        Warning = warning;
    }

    /// <summary>Gets a problem with the list, such as that it seems to be incomplete; null for none.</summary>
    public string? Warning { get; }

    /// <inheritdoc/>
    public int Count => _items.Count;

    /// <inheritdoc/>
    public T this[int index] => _items[index];

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
