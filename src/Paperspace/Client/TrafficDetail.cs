namespace Paperspace;

/// <summary>Headers and bodies of one request and its answer, with every secret masked and long bodies cut.</summary>
public sealed class TrafficDetail
{
    /// <summary>The request's headers, a line each.</summary>
    public string RequestHeaders { get; init; } = "";

    /// <summary>The request's body; null where it had none.</summary>
    public string? RequestBody { get; init; }

    /// <summary>The answer's headers, a line each; null where no answer came.</summary>
    public string? ResponseHeaders { get; init; }

    /// <summary>The answer's body; null where it had none.</summary>
    public string? ResponseBody { get; init; }
}
