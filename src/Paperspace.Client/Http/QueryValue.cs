using System.Globalization;

namespace Paperspace.Client;

/// <summary>Writes values of a query.</summary>
internal static class QueryValue
{
    /// <summary>The longest value that still makes an address which can be sent.</summary>
    private const int MaxLength = 2000;

    /// <summary>Returns a field of a query.</summary>
    /// <exception cref="PaperspaceException">The value is too long for an address.</exception>
    public static KeyValuePair<string, string> Field(string name, object value) => new(name, Format(name, value));

    /// <summary>Returns a value of a query, unescaped.</summary>
    /// <exception cref="PaperspaceException">The value is too long for an address.</exception>
    public static string Format(string name, object? value)
    {
        var text = value switch
        {
            // The Core API searches for the word.
            null => "null",
            bool flag => flag ? "true" : "false",
            DateTimeOffset time => JsonBody.Time(time),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        };
        return text.Length <= MaxLength
            ? text
            : throw PaperspaceException.InvalidRequest(
                $"{name} has {text.Length} characters; {MaxLength} can be searched for at the most.",
                name);
    }
}
