using System.Collections.ObjectModel;

namespace Paperspace;

/// <summary>A read-only list that reads well as a string: <c>Export-Csv</c> writes the string of a value into its cell.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class ReadableList<T> : ReadOnlyCollection<T>
{
    /// <summary>Creates a list of these items.</summary>
    public ReadableList(IEnumerable<T> items)
        : base([.. items])
    {
    }

    /// <summary>Returns the items, separated by commas.</summary>
    public override string ToString() => string.Join(", ", this);
}

internal static class ReadableListExtensions
{
    /// <summary>Returns a list as one that reads well; null stays null.</summary>
    public static ReadableList<T>? ToReadable<T>(this IReadOnlyList<T>? items) =>
        items is null ? null : items as ReadableList<T> ?? new ReadableList<T>(items);
}
