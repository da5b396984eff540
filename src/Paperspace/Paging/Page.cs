namespace Paperspace;

/// <summary>Holds one page of a list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class Page<T>
{
    /// <summary>Creates a page.</summary>
    /// <param name="items">The items; there may be none although more pages follow.</param>
    /// <param name="warning">What is wrong with the list, such as that it seems to be cut; null for nothing.</param>
    public Page(IReadOnlyList<T> items, string? warning = null)
    {
        Items = items ?? throw new ArgumentNullException(nameof(items));
        Warning = warning;
    }

    /// <summary>Gets the items; there may be none although more pages follow.</summary>
    public IReadOnlyList<T> Items { get; }

    /// <summary>Gets what is wrong with the list, such as that it seems to be cut; null for nothing.</summary>
    public string? Warning { get; }
}
