namespace Paperspace.Client;

/// <summary>Represents a page of a cursor-paged list, as the API returned it.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class CursorPage<T>
{
    /// <summary>Gets or sets whether more pages follow, according to the API; null if it does not say.</summary>
    public bool? HasMore { get; set; }

    /// <summary>Gets or sets the cursor of the next page; null or empty after the last.</summary>
    public string? NextPage { get; set; }

    /// <summary>Gets or sets the items; null if the response has none.</summary>
    public List<T>? Items { get; set; }

    /// <summary>Gets or sets how many items were skipped because they could not be read.</summary>
    public int Unreadable { get; set; }
}
