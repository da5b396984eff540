using System.Collections.ObjectModel;

namespace Paperspace;

/// <summary>Represents a read-only list whose string form lists its items, so that <c>Export-Csv</c> writes a readable cell.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class ReadableList<T> : ReadOnlyCollection<T>
{
    /// <summary>Creates a list of items.</summary>
    public ReadableList(IEnumerable<T> items)
        : base([.. items])
    {
    }

    /// <summary>Returns the items, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}

internal static class ReadableListExtensions
{
    /// <summary>Returns a list whose string form lists its items; null if the list is null.</summary>
    public static ReadableList<T>? ToReadable<T>(this IReadOnlyList<T>? items) =>
        items is null ? null : items as ReadableList<T> ?? new ReadableList<T>(items);
}
