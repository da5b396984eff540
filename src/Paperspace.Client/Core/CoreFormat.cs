using Paperspace.Client.Http;

namespace Paperspace.Client.Core;

/// <summary>Writes values as the Core API reads them.</summary>
internal static class CoreFormat
{
    /// <summary>Formats a value in a query; null as the word, which the API searches for as null.</summary>
    /// <exception cref="PaperspaceException">The value is too long for an address.</exception>
    public static string Query(string name, object? value) => QueryValue.Format(name, value ?? "null");
}
