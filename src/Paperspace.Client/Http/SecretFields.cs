using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Client;

/// <summary>Finds secrets by the names of their fields, in JSON of any depth, in JSON within JSON strings, and in truncated JSON.</summary>
internal static class SecretFields
{
    private const int MaxDepth = 32;

    private static readonly Regex Word = new("[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+", RegexOptions.CultureInvariant);

    private static readonly Regex Field = new(
        """
        (?<escape>\\*)"(?<name>[A-Za-z0-9_.\- ]{1,100})\k<escape>"\s*:\s*
        """.Trim(),
        RegexOptions.CultureInvariant);

    private static readonly Regex Number = new(@"\G-?[0-9][0-9.eE+\-]*", RegexOptions.CultureInvariant);

    private static IReadOnlyList<string> Words { get; } =
    [
        "password", "passwd", "pwd", "passphrase", "passcode", "secret", "token", "credential", "authorization", "bearer", "cookie",
    ];

    /// <summary>The words before "key" that indicate a secret; a public key is none.</summary>
    private static IReadOnlyList<string> KeyKinds { get; } = ["api", "private", "access", "signing", "encryption", "auth", "ssh"];

    /// <summary>Returns whether a field of this name holds a secret.</summary>
    public static bool IsSecret(string name)
    {
        var words = Word.Matches(name).Cast<Match>().Select(match => match.Value.ToLowerInvariant()).ToArray();
        for (var i = 0; i < words.Length; i++)
        {
            var word = words[i];
            if (Words.Any(secret => EndsWith(word, secret) || EndsWith(word, secret + "s"))) return true;
            if (word is "key" or "keys" && i > 0 && KeyKinds.Contains(words[i - 1])) return true;
            if (KeyKinds.Any(kind => EndsWith(word, kind + "key") || EndsWith(word, kind + "keys"))) return true;
        }

        return false;
    }

    /// <summary>Returns the text with each secret value replaced.</summary>
    public static string Redact(string text)
    {
        StringBuilder? redacted = null;
        var from = 0;
        for (var field = Field.Match(text); field.Success; field = Field.Match(text, Math.Max(from, field.Index + field.Length)))
        {
            if (!IsSecret(field.Groups["name"].Value)) continue;
            var start = field.Index + field.Length;
            var escape = field.Groups["escape"].Value;
            var end = FindEnd(text, start, escape);
            if (end == start) continue;
            redacted ??= new StringBuilder(text.Length);
            redacted.Append(text, from, start - from)
                .Append(escape).Append('"').Append(SecretRedactor.Replacement).Append(escape).Append('"');
            from = end;
        }

        return redacted is null ? text : redacted.Append(text, from, text.Length - from).ToString();
    }

    /// <summary>Returns the secret values in JSON.</summary>
    public static IEnumerable<string> Find(string json) => Parse(json) is { } token ? Find(token, false, 0) : [];

    /// <summary>Returns a JSON value with the secrets in it replaced.</summary>
    public static object? Redact(string name, object? value) => value switch
    {
        null or bool => value,
        _ when IsSecret(name) => SecretRedactor.Replacement,
        string text => Redact(text),
        IReadOnlyDictionary<string, object?> fields => fields.ToDictionary(
            field => field.Key, field => Redact(field.Key, field.Value), StringComparer.Ordinal),
        object?[] items => items.Select(item => Redact("", item)).ToArray(),
        _ => value,
    };

    private static bool EndsWith(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    /// <summary>Finds the end of a value: the end of the text if the value is truncated, or its start if it needs no redaction.</summary>
    private static int FindEnd(string text, int start, string escape)
    {
        if (start >= text.Length) return start;
        if (IsQuote(text, start, escape)) return FindStringEnd(text, start + escape.Length + 1, escape);
        if (text[start] is '[' or '{') return FindGroupEnd(text, start, escape);
        return Number.Match(text, start) is { Success: true } number ? start + number.Length : start;
    }

    private static int FindGroupEnd(string text, int start, string escape)
    {
        var depth = 0;
        for (var at = start; at < text.Length; at++)
            if (IsQuote(text, at, escape)) at = FindStringEnd(text, at + escape.Length + 1, escape) - 1;
            else if (text[at] is '[' or '{') depth++;
            else if (text[at] is ']' or '}' && --depth == 0) return at + 1;
        return text.Length;
    }

    private static bool IsQuote(string text, int at, string escape) =>
        at + escape.Length < text.Length
        && text[at + escape.Length] == '"'
        && string.CompareOrdinal(text, at, escape, 0, escape.Length) == 0;

    /// <summary>
    /// Finds the end of a string. Each level of JSON within a string doubles the backslashes before a quote and adds
    /// one.
    /// </summary>
    private static int FindStringEnd(string text, int start, string escape)
    {
        var backslashes = 0;
        for (var at = start; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                if (backslashes % (2 * (escape.Length + 1)) == escape.Length) return at + 1;
                // The enclosing string ends, so this one was truncated.
                if (backslashes < escape.Length) return at;
            }

            backslashes = text[at] == '\\' ? backslashes + 1 : 0;
        }

        return text.Length;
    }

    private static JToken? Parse(string json)
    {
        try
        {
            using var reader = JsonContext.Open(new StringReader(json));
            return JToken.ReadFrom(reader);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Find(JToken token, bool isSecret, int depth) => token switch
    {
        _ when depth > MaxDepth => [],
        JObject fields => fields.Properties().SelectMany(field => Find(field.Value, isSecret || IsSecret(field.Name), depth + 1)),
        JArray items => items.SelectMany(item => Find(item, isSecret, depth + 1)),
        JValue { Type: JTokenType.String } text => FindInString((string)text!, isSecret, depth),
        JValue { Type: JTokenType.Integer or JTokenType.Float } number when isSecret =>
            [Convert.ToString(number.Value, CultureInfo.InvariantCulture)!],
        _ => [],
    };

    private static IEnumerable<string> FindInString(string text, bool isSecret, int depth)
    {
        if (isSecret) return [text];
        return text.TrimStart().StartsWith("{", StringComparison.Ordinal) || text.TrimStart().StartsWith("[", StringComparison.Ordinal)
            ? Parse(text) is { } token ? Find(token, false, depth + 1) : []
            : [];
    }
}
