using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Net;
using System.Numerics;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Converts a body from what PowerShell has it in: hashtables, objects with note properties, lists and single values.</summary>
internal sealed class RestBody
{
    private const int Deepest = 32;

    private readonly List<string> _secrets = [];

    private RestBody(object? given)
    {
        Value = DisplayValue.Unwrap(given) is string text ? text : Convert(given, "", 0);
    }

    /// <summary>Gets the body: a text as it was given, else fields, lists and values.</summary>
    public object? Value { get; }

    public IReadOnlyList<string> Secrets => _secrets;

    /// <summary>Converts a body.</summary>
    /// <exception cref="PaperspaceException">It has what cannot be written as JSON, or is nested too deep.</exception>
    public static RestBody From(object? given) => new(given);

    private object? Convert(object? given, string path, int depth)
    {
        if (depth > Deepest)
            throw Invalid(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "-Body is nested deeper than {0} at '{1}'. Does it have itself in it?",
                    Deepest,
                    TerminalText.Sanitize(path)));
        var value = DisplayValue.Unwrap(given);
        return value switch
        {
            PSObject fields => Convert(
                fields.Properties.Where(property => property.IsGettable).Select(property => (property.Name, (object?)property.Value)),
                path,
                depth),
            IDictionary fields => Convert(
                fields
                    .Cast<DictionaryEntry>()
                    .Select(field => (System.Convert.ToString(field.Key, CultureInfo.InvariantCulture) ?? "", (object?)field.Value)),
                path,
                depth),
            string or bool or BigInteger => value,
            null => null,
            SecureString secret => Reveal(secret),
            SwitchParameter flag => flag.IsPresent,
            DateTime time => new DateTimeOffset(time),
            DateTimeOffset time => time,
            char or Enum or Guid or Uri => value.ToString(),
            IConvertible => value,
            IEnumerable items => items
                .Cast<object?>()
                .Select((item, index) => Convert(item, FormattableString.Invariant($"{path}[{index}]"), depth + 1))
                .ToList(),
            _ => throw Invalid(
                $"-Body has a {value.GetType().Name}{(path.Length == 0 ? "" : $" at '{TerminalText.Sanitize(path)}'")}, which cannot be "
                    + "written as JSON: "
                    + "give a hashtable or an object with note properties, and in it texts, numbers, times, truth values, lists and more "
                    + "of these; or the JSON itself as a text."),
        };
    }

    private List<KeyValuePair<string, object?>> Convert(IEnumerable<(string Name, object? Value)> fields, string path, int depth) =>
        [
            .. fields.Select(field => new KeyValuePair<string, object?>(
                field.Name,
                Convert(field.Value, path.Length == 0 ? field.Name : $"{path}.{field.Name}", depth + 1))),
        ];

    private string Reveal(SecureString secret)
    {
        var text = new NetworkCredential("", secret).Password;
        _secrets.Add(text);
        return text;
    }

    private static PaperspaceException Invalid(string message) =>
        PaperspaceException.InvalidRequest(message, nameof(InvokePsRestMethodCommand.Body));
}
