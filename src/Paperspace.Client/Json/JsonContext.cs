using Newtonsoft.Json;

namespace Paperspace.Client.Json;

/// <summary>Holds what reading needs beside the text: limits and shared strings.</summary>
internal sealed class JsonContext
{
    private const int DeepestNesting = 64;

    /// <summary>Gets the shared strings.</summary>
    public StringPool Strings { get; } = new();

    /// <summary>Opens a reader that leaves dates as they stand.</summary>
    /// <param name="text">The text, which is closed with the reader.</param>
    /// <param name="names">The names that are expected.</param>
    public static JsonTextReader Open(TextReader text, JsonNameTable? names = null) => new(text)
    {
        CloseInput = true,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Double,
        MaxDepth = DeepestNesting,
        PropertyNameTable = names,
    };
}
