using System.Collections;
using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Converts the fields of a query from what PowerShell has them in.</summary>
internal static class RestQuery
{
    private const string Parameter = nameof(InvokePsRestMethodCommand.Query);

    /// <summary>Returns the fields, in their order; a list makes one of each of its items.</summary>
    /// <exception cref="PaperspaceException">A field has no value, or one that is no single value.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Convert(IDictionary query)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (DictionaryEntry field in query)
        {
            var name = System.Convert.ToString(field.Key, CultureInfo.InvariantCulture) ?? "";
            if (DisplayValue.ToItems(field.Value) is not { } items || DisplayValue.Unwrap(field.Value) is IDictionary)
                fields.Add(new(name, ToText(name, field.Value)));
            else
                fields.AddRange(items.Select(item => new KeyValuePair<string, string>(name, ToText(name, item))));
        }

        return fields;
    }

    private static string ToText(string name, object? value) =>
        DisplayValue.Unwrap(value) switch
        {
            string text => text,
            bool flag => ToText(flag),
            SwitchParameter flag => ToText(flag.IsPresent),
            DateTime time => ToText(new DateTimeOffset(time)),
            DateTimeOffset time => ToText(time),
            Enum or Guid => value!.ToString()!,
            IConvertible number => number.ToString(CultureInfo.InvariantCulture),
            null => throw PaperspaceException.InvalidRequest(
                $"The field '{TerminalText.Sanitize(name)}' of -Query was given nothing. Give it a value, or leave it out.",
                Parameter),
            var other => throw PaperspaceException.InvalidRequest(
                $"The field '{TerminalText.Sanitize(name)}' of -Query has a {other.GetType().Name}, which is no text, number, time or "
                    + "truth value.",
                Parameter),
        };

    private static string ToText(bool flag) => flag ? "true" : "false";

    private static string ToText(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
