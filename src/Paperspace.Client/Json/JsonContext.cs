using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Holds what reading needs beside the JSON: limits, interned strings and a clock.</summary>
internal sealed class JsonContext(TimeProvider time)
{
    private const int MaxDepth = 64;

    public StringPool Strings { get; } = new();

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Opens a reader that leaves dates as they stand.</summary>
    /// <param name="text">The text, which is closed with the reader.</param>
    /// <param name="names">The names that are expected.</param>
    public static JsonTextReader Open(TextReader text, JsonNameTable? names = null) => new(text)
    {
        CloseInput = true,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Double,
        MaxDepth = MaxDepth,
        PropertyNameTable = names,
    };
}
