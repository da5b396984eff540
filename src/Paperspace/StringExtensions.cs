namespace Paperspace;

/// <summary>Compares strings case-insensitively, as the APIs do.</summary>
internal static class StringExtensions
{
    public static bool EqualsIgnoreCase(this string? value, string? other) =>
        string.Equals(value, other, StringComparison.OrdinalIgnoreCase);

    public static bool ContainsIgnoreCase(this string? value, string part) =>
        value?.IndexOf(part, StringComparison.OrdinalIgnoreCase) >= 0;
}
