using Newtonsoft.Json;

namespace Paperspace.Client;

internal static class ResponseIdentity
{
    /// <summary>Throws if the response has the id of another resource.</summary>
    /// <param name="received">The id in the response; null or empty if it has none.</param>
    /// <exception cref="JsonReaderException">The ids differ.</exception>
    public static void Require(string requested, string? received)
    {
        if (!string.IsNullOrEmpty(received) && !string.Equals(requested, received, StringComparison.OrdinalIgnoreCase))
            throw new JsonReaderException($"it is for '{received}', not for '{requested}'.");
    }

    /// <summary>Throws if the response to a create has the name of another resource.</summary>
    /// <param name="requested">The requested name; null or empty for none.</param>
    /// <param name="received">The name in the response; null or empty if it has none.</param>
    /// <exception cref="JsonReaderException">The names differ.</exception>
    public static void RequireName(string? requested, string? received)
    {
        if (!string.IsNullOrWhiteSpace(requested)) Require(requested!.Trim(), received?.Trim());
    }
}
