namespace Paperspace;

/// <summary>Spells known values of open sets as the API does, whatever the case they are given in.</summary>
public static class KnownValues
{
    /// <summary>Returns the known value that differs in case or surrounding white space alone; any other value as it is.</summary>
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
