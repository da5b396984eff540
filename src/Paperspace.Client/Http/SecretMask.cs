using System.Text.RegularExpressions;

namespace Paperspace.Client.Http;

/// <summary>Takes secrets out of text that someone will read.</summary>
internal sealed class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    /// <summary>A field that is known to be secret, also where the text ends in the middle of its value.</summary>
    private static readonly Regex SecretFields = new(
        """
        ("(?:password|apiKey|token|accessToken|accessTokenId|secret)"\s*:\s*)"(?:[^"\\]|\\.)*(?:"|\\?\z)
        """.Trim(),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private readonly string _key;

    /// <summary>Masks this key, and what stands in fields that are known to be secret.</summary>
    public SecretMask(string key)
    {
        _key = key;
    }

    /// <summary>The text without secrets.</summary>
    public string Apply(string text) => SecretFields.Replace(text, $"$1\"{Mask}\"").Replace(_key, Mask);

    /// <summary>The beginning of a longer text without secrets, not even the beginning of one.</summary>
    public string ApplyToBeginning(string text)
    {
        var masked = Apply(text);
        for (var length = Math.Min(_key.Length - 1, masked.Length); length > 0; length--)
            if (string.CompareOrdinal(masked, masked.Length - length, _key, 0, length) == 0)
                return masked.Substring(0, masked.Length - length) + Mask;
        return masked;
    }

    /// <summary>The exception, or null where its text has a secret.</summary>
    public Exception? WithoutSecret(Exception exception)
    {
        var text = exception.ToString();
        return Apply(text) == text ? exception : null;
    }
}
