using System.Globalization;

namespace Paperspace.Client;

/// <summary>Formats the values of queries.</summary>
internal static class QueryValue
{
    /// <summary>The maximum length of a value that still fits into a URL.</summary>
    private const int MaxLength = 2000;

    /// <summary>Creates a query field.</summary>
    /// <exception cref="PaperspaceException">The value is too long for a URL.</exception>
    public static KeyValuePair<string, string> Field(string name, object value) => new(name, Format(name, value));

    /// <summary>Formats a value, unescaped.</summary>
    /// <exception cref="PaperspaceException">The value is too long for a URL.</exception>
    public static string Format(string name, object? value)
    {
        var text = value switch
        {
            // Core matches the word "null" against missing values.
            null => "null",
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => JsonBody.Time(time),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return text.Length <= MaxLength
            ? text
            : throw PaperspaceException.InvalidRequest(
                $"{name} has {text.Length} characters. The maximum is {MaxLength}.",
                name);
    }
}
