namespace Paperspace.Simulator;

/// <summary>Represents the response to a request.</summary>
public sealed record SimulatedResponse
{
    private static readonly IReadOnlyDictionary<string, string> NoHeaders = new Dictionary<string, string>();

    /// <summary>Gets or sets the HTTP status code.</summary>
    public required int Status { get; init; }

    /// <summary>Gets or sets the body; null if there is none.</summary>
    public string? Body { get; init; }

    /// <summary>Gets or sets the media type of <see cref="Body"/>; null if there is none.</summary>
    public string? ContentType { get; init; }

    /// <summary>Gets or sets the headers other than the content type.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = NoHeaders;

    /// <summary>Gets or sets whether the connection is dropped instead; the other properties are then ignored.</summary>
    public bool Dropped { get; init; }

    /// <summary>Gets or sets whether the connection is dropped after half of <see cref="Body"/>.</summary>
    public bool IsCut { get; init; }
}
