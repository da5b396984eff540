using System.Text;
using System.Text.RegularExpressions;
using Newtonsoft.Json;

namespace Paperspace.Client.Http;

/// <summary>Redacts secrets in text: known values in each form that text of the network has them in, and the values of JSON fields that
/// hold secrets by their name.</summary>
internal sealed class SecretRedactor
{
    /// <summary>Stands in place of a secret.</summary>
    public const string Replacement = "***";

    /// <summary>A shorter one would be found by chance in what is no secret.</summary>
    private const int ShortestEncoded = 6;

    private static readonly Regex SecretFields = new(
        """
        ("(?:password|apiKey|token|accessToken|accessTokenId|secret)"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|\\?\z)
        """.Trim(),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private readonly string[] _forms;

    /// <summary>Creates a redactor of these values.</summary>
    public SecretRedactor(IEnumerable<string> secrets)
    {
        // The longest first, so that what is a part of another does not leave the rest of it.
        _forms = [.. secrets.Where(secret => secret.Length > 0).SelectMany(Forms).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
    }

    private SecretRedactor(IEnumerable<string> forms, IEnumerable<string> secrets)
    {
        _forms = [.. forms.Concat(secrets.Where(secret => secret.Length > 0).SelectMany(Forms)).Distinct(StringComparer.Ordinal).OrderByDescending(form => form.Length)];
    }

    /// <summary>Returns a redactor of these values too.</summary>
    public SecretRedactor With(IReadOnlyCollection<string> secrets) => secrets.Count == 0 ? this : new SecretRedactor(_forms, secrets);

    /// <summary>Returns the text with a replacement for each secret.</summary>
    public string Redact(string text)
    {
        text = SecretFields.Replace(text, $"$1\"{Replacement}\"");
        foreach (var form in _forms) text = Replace(text, form);
        return text;
    }

    /// <summary>Returns the text redacted, where it is the beginning of a longer one and may end in the middle of a secret.</summary>
    public string RedactBeginning(string text)
    {
        var redacted = Redact(text);
        foreach (var form in _forms)
            for (var length = Math.Min(form.Length - 1, redacted.Length); length > 0; length--)
                if (string.Compare(redacted, redacted.Length - length, form, 0, length, StringComparison.OrdinalIgnoreCase) == 0)
                    return redacted.Substring(0, redacted.Length - length) + Replacement;
        return redacted;
    }

    /// <summary>Returns the exception; null where its text or that of what caused it has a secret.</summary>
    public Exception? WithoutSecret(Exception exception)
    {
        var text = exception.ToString();
        return Redact(text) == text ? exception : null;
    }

    /// <summary>Replaces a form whatever the case: a host name of a redirect comes back in lower case.</summary>
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

    private static IEnumerable<string> Forms(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return System.Net.WebUtility.UrlEncode(secret);
        yield return JsonText(secret, StringEscapeHandling.Default);
        yield return JsonText(secret, StringEscapeHandling.EscapeHtml);
        yield return JsonText(secret, StringEscapeHandling.EscapeNonAscii);
        if (secret.Length < ShortestEncoded) yield break;
        foreach (var form in Base64Forms(Encoding.UTF8.GetBytes(secret))) yield return form;
    }

    private static string JsonText(string secret, StringEscapeHandling escaping)
    {
        var quoted = JsonConvert.SerializeObject(secret, new JsonSerializerSettings { StringEscapeHandling = escaping });
        return quoted.Substring(1, quoted.Length - 2);
    }

    /// <summary>Base64 of a secret inside a longer text depends on where it begins: of three forms, the part that is the same whatever
    /// stands around it.</summary>
    private static IEnumerable<string> Base64Forms(byte[] secret)
    {
        for (var before = 0; before < 3; before++)
        {
            var padded = new byte[before + secret.Length];
            secret.CopyTo(padded, before);
            var text = Convert.ToBase64String(padded).TrimEnd('=');
            var first = before == 0 ? 0 : before + 1;
            var whole = padded.Length % 3 == 0 ? text.Length : text.Length - 1;
            var form = text.Substring(first, whole - first);
            yield return form;
            yield return form.Replace('+', '-').Replace('/', '_');
        }
    }
}
