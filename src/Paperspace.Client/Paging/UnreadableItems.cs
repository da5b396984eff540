using System.Globalization;

namespace Paperspace.Client;

/// <summary>Describes items of a list that were skipped because they have no id or are no objects.</summary>
internal static class UnreadableItems
{
    /// <summary>Returns the warning about skipped items; null if there are none.</summary>
    /// <param name="count">The number of skipped items.</param>
    /// <param name="read">The number of other items.</param>
    public static string? Describe(int count, int read) => count == 0
        ? null
        : string.Format(
            CultureInfo.InvariantCulture,
            "The list is incomplete: {0:N0} of {1:N0} items could not be read.",
            count,
            (long)count + read);
}
