namespace Paperspace.Client;

/// <summary>Represents a page of an offset-paged list.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
/// <param name="Items">The items.</param>
/// <param name="Unreadable">The number of items that were skipped because they could not be read.</param>
internal readonly record struct OffsetPage<T>(List<T> Items, int Unreadable = 0)
{
    /// <summary>Gets the number of items that the server returned.</summary>
    public int Count => Items.Count + Unreadable;
}
