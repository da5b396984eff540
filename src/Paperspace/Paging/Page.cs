using System.Collections;

namespace Paperspace;

/// <summary>Holds one page of a list; it may be empty although more pages follow.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T> : IReadOnlyList<T>
{
    private readonly IReadOnlyList<T> _items;

    /// <summary>Creates a page.</summary>
    /// <param name="items">The items.</param>
    /// <param name="warning">What is wrong with the list, such as that it seems to be cut; null for nothing.</param>
    public Page(IReadOnlyList<T> items, string? warning = null)
    {
        _items = items ?? throw new ArgumentNullException(nameof(items));
        Warning = warning;
    }

    /// <summary>Gets what is wrong with the list, such as that it seems to be cut; null for nothing.</summary>
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
