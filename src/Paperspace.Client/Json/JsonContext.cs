using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Holds the limits, interned strings and clock for reading JSON.</summary>
internal sealed class JsonContext(TimeProvider time)
{
    private const int MaxDepth = 64;

    public StringPool Strings { get; } = new();

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Creates a reader that leaves dates as strings.</summary>
    /// <param name="text">The JSON, which is closed with the reader.</param>
    /// <param name="names">The expected field names.</param>
    public static JsonTextReader Open(TextReader text, JsonNameTable? names = null) => new(text)
    {
        CloseInput = true,
        DateParseHandling = DateParseHandling.None,
        FloatParseHandling = FloatParseHandling.Double,
        MaxDepth = MaxDepth,
        PropertyNameTable = names,
    };
}
