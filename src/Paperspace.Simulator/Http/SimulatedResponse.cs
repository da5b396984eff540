namespace Paperspace.Simulator;

/// <summary>Holds the response to one request.</summary>
public sealed record SimulatedResponse
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>The HTTP status code.</summary>
    public required int Status { get; init; }

    /// <summary>The body as text; null when there is none.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>; null when there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Headers beside the content type.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>Whether the connection is to be dropped instead of responding; nothing else counts then.</summary>
    public bool Dropped { get; init; }
}
