namespace Paperspace;

/// <summary>Normalizes the case of known values to the API's spelling.</summary>
public static class KnownValues
{
    /// <summary>Returns the known value that differs only in case or surrounding white space; any other value unchanged.</summary>
    /// <param name="value">The value; null stays null.</param>
    /// <param name="known">The known values, as the API spells them.</param>
    public static string? Normalize(string? value, IReadOnlyList<string> known)
    {
        var trimmed = value?.Trim();
        foreach (var item in known)
            if (string.Equals(item, trimmed, StringComparison.OrdinalIgnoreCase))
                return item;
        return value;
    }
}
