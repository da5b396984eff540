namespace Paperspace.Client;

/// <summary>Holds one page of a list that is read by cursors, as the API returned it.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class CursorPage<T>
{
    /// <summary>Gets or sets whether the API says that more follows; null if it does not say.</summary>
    public bool? HasMore { get; set; }

    /// <summary>Gets or sets the cursor of the next page; null or empty after the last.</summary>
    public string? NextPage { get; set; }

    /// <summary>Gets or sets the items; null where the response had none.</summary>
    public List<T>? Items { get; set; }
}
