using System.Text.RegularExpressions;

namespace Paperspace.Client.Http;

/// <summary>Takes secrets out of text that someone will read.</summary>
internal sealed class SecretMask
{
    /// <summary>What stands in a secret's place.</summary>
    public const string Mask = "***";

    private static readonly Regex SecretFields = new(
        """
        ("(?:password|apiKey|token|accessToken|accessTokenId|secret)"\s*:\s*)"(?:[^"\\]|\\.)*"
        """.Trim(),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Compiled,
        TimeSpan.FromSeconds(1));

    private readonly string _key;

    /// <summary>Masks this key, and what stands in fields that are known to be secret.</summary>
    public SecretMask(string key)
    {
        _key = key;
    }

    /// <summary>The text without secrets.</summary>
    public string Apply(string text)
    {
        var masked = SecretFields.Replace(text, $"$1\"{Mask}\"");
        return _key.Length == 0 ? masked : masked.Replace(_key, Mask);
    }
}
