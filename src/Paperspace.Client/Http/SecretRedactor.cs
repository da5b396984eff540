using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Paperspace.Client;

/// <summary>Redacts secrets: known values in each of their encoded forms, and the values of <see cref="SecretFields"/>.</summary>
internal sealed class SecretRedactor
{
    /// <summary>Replaces a secret.</summary>
    public const string Replacement = "***";

    /// <summary>Shorter encoded forms may appear by chance.</summary>
    private const int MinEncodedLength = 6;

    private static readonly Regex EscapedNumber = new(@"\\u[0-9a-f]{4}", RegexOptions.CultureInvariant);

    private readonly string[] _forms;
    private readonly byte[][] _encodedForms;

    public SecretRedactor(IEnumerable<string> secrets)
    {
        var known = secrets.Where(secret => secret.Length > 0).Distinct(StringComparer.Ordinal).ToArray();
        // Longest first: a form may be part of another.
        _forms = [.. known.SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
        _encodedForms =
        [
            .. known.SelectMany(TextForms).SelectMany(Cases).Concat(known.SelectMany(Base64Forms))
                .Where(IsDistinctive).Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes),
        ];
    }

    private SecretRedactor(SecretRedactor known, IEnumerable<string> secrets)
    {
        var more = new SecretRedactor(secrets);
        _forms = [.. known._forms.Concat(more._forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
        _encodedForms = [.. known._encodedForms, .. more._encodedForms];
    }

    /// <summary>Returns a redactor that also redacts these values.</summary>
    public SecretRedactor With(IReadOnlyCollection<string> secrets) => secrets.Count == 0 ? this : new SecretRedactor(this, secrets);

    /// <summary>Returns the text with each secret replaced.</summary>
    public string Redact(string text)
    {
        text = SecretFields.Redact(text);
        foreach (var form in _forms) text = Replace(text, form);
        return text;
    }

    /// <summary>Overwrites each secret in a body before it is parsed, so that none gets into a name, state or event message.</summary>
    /// <remarks>The length stays the same. Only forms that are unlikely to appear by chance are overwritten.</remarks>
    public void Redact(Span<byte> body)
    {
        foreach (var form in _encodedForms)
            for (var rest = body; rest.IndexOf(form) is var at && at >= 0; rest = rest.Slice(at + form.Length))
                rest.Slice(at, form.Length).Fill((byte)Replacement[0]);
    }

    /// <summary>Redacts the beginning of a longer text, which may end within a secret.</summary>
    public string RedactBeginning(string text)
    {
        var redacted = Redact(text);
        foreach (var form in _forms)
            for (var length = Math.Min(form.Length - 1, redacted.Length); length > 0; length--)
                if (string.Compare(redacted, redacted.Length - length, form, 0, length, StringComparison.OrdinalIgnoreCase) == 0)
                    return redacted.Substring(0, redacted.Length - length) + Replacement;
        return redacted;
    }

    /// <summary>Returns the exception; null if its string form contains a secret.</summary>
    public Exception? WithoutSecret(Exception exception)
    {
        var text = exception.ToString();
        return Redact(text) == text ? exception : null;
    }

    /// <summary>Replaces a form case-insensitively: the host name of a redirect comes back in lower case.</summary>
    private static string Replace(string text, string form)
    {
        var at = text.IndexOf(form, StringComparison.OrdinalIgnoreCase);
        if (at < 0) return text;
        var redacted = new StringBuilder(text.Length);
        var from = 0;
        for (; at >= 0; at = text.IndexOf(form, from, StringComparison.OrdinalIgnoreCase))
        {
            redacted.Append(text, from, at - from).Append(Replacement);
            from = at + form.Length;
        }

        return redacted.Append(text, from, text.Length - from).ToString();
    }

    private static IEnumerable<string> Forms(string secret) => TextForms(secret).Concat(Base64Forms(secret));

    private static IEnumerable<string> TextForms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return System.Net.WebUtility.UrlEncode(secret);
        yield return System.Net.WebUtility.HtmlEncode(secret);
        yield return EscapeJson(secret, static _ => false);
        yield return EscapeJson(secret, static _ => false).Replace("/", "\\/");
        yield return EscapeJson(secret, IsNotAscii);
        yield return EscapeJson(secret, IsMarkup);
        yield return EscapeJson(secret, static c => IsMarkup(c) || IsNotAscii(c));
        yield return EscapeJson(secret, static c => IsMarkup(c) || IsNotAscii(c) || c is '+' or '`');
        yield return EscapeJson(secret, static c => !(c is >= '0' and <= '9' or >= 'A' and <= 'Z' or >= 'a' and <= 'z'));
    }

    /// <summary>Escapes a secret for JSON. Serializers differ in which characters they escape as a number.</summary>
    private static string EscapeJson(string secret, Func<char, bool> isNumber)
    {
        var text = new StringBuilder(secret.Length);
        foreach (var c in secret)
            if (isNumber(c) || c < ' ') text.Append("\\u").Append(((int)c).ToString("x4", CultureInfo.InvariantCulture));
            else if (c is '"' or '\\') text.Append('\\').Append(c);
            else text.Append(c);
        return text.ToString();
    }

    private static bool IsNotAscii(char c) => c > '~';

    private static bool IsMarkup(char c) => c is '<' or '>' or '&' or '\'' or '"';

    /// <summary>Returns whether the form is unlikely to appear by chance.</summary>
    private static bool IsDistinctive(string form) => form.Length >= MinEncodedLength && !form.All(char.IsDigit);

    /// <summary>
    /// Returns a form unchanged, in lower case like a host name, in upper case, and with its numeric escapes in upper
    /// case.
    /// </summary>
    private static IEnumerable<string> Cases(string form) =>
        [
            form,
            form.ToLowerInvariant(),
            form.ToUpperInvariant(),
            EscapedNumber.Replace(form, static escape => "\\u" + escape.Value.Substring(2).ToUpperInvariant()),
        ];

    /// <summary>
    /// Returns the parts of a secret's Base64 form that do not depend on the surrounding text, for each of the three
    /// possible alignments.
    /// </summary>
    private static IEnumerable<string> Base64Forms(string text)
    {
        if (text.Length < MinEncodedLength) yield break;
        var secret = Encoding.UTF8.GetBytes(text);
        for (var before = 0; before < 3; before++)
        {
            var padded = new byte[before + secret.Length];
            secret.CopyTo(padded, before);
            var encoded = Convert.ToBase64String(padded).TrimEnd('=');
            var first = before == 0 ? 0 : before + 1;
            var whole = padded.Length % 3 == 0 ? encoded.Length : encoded.Length - 1;
            var form = encoded.Substring(first, whole - first);
            yield return form;
            yield return form.Replace('+', '-').Replace('/', '_');
        }
    }
}
