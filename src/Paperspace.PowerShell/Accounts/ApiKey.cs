using System.Net;
using System.Security;

namespace Paperspace.PowerShell;

/// <summary>Holds an API key, made from text or from a <see cref="SecureString"/>, and never shown.</summary>
public sealed class ApiKey
{
    private readonly string _key;

    /// <summary>Creates the key from a text.</summary>
    /// <exception cref="PaperspaceException">It is empty, or has characters that no key has.</exception>
    public ApiKey(string key)
    {
        _key = Require(key);
    }

    /// <summary>Creates the key from a secure text.</summary>
    /// <exception cref="PaperspaceException">It is empty, or has characters that no key has.</exception>
    public ApiKey(SecureString key)
        : this(new NetworkCredential("", key).Password)
    {
    }

    /// <summary>Returns the key itself, for the one header it is sent in.</summary>
    internal string Reveal() => _key;

    /// <summary>Returns a text that never has the key.</summary>
    public override string ToString() => "***";

    private static string Require(string? key)
    {
        var trimmed = key?.Trim();
        if (string.IsNullOrEmpty(trimmed))
            throw PaperspaceException.InvalidRequest(
                "The API key is empty. Keys are made in the Paperspace console, under API Keys.",
                "ApiKey");
        if (trimmed![0] is '{' or '[' or '"' or '\'')
            throw PaperspaceException.InvalidRequest(
                "The API key is JSON or a quoted string, and a key is neither. Specify the key alone.",
                "ApiKey");
        foreach (var c in trimmed)
            if (c is <= ' ' or > '~')
                throw PaperspaceException.InvalidRequest(
                    "The API key has characters that no key has (white space, line breaks or non-ASCII). Copy it again from the "
                        + "Paperspace console.",
                    "ApiKey");
        return trimmed;
    }
}
