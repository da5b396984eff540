using System.Text.RegularExpressions;

namespace Paperspace.Simulator;

/// <summary>Describes a fault of the next requests that match.</summary>
public sealed record SimulatedFault
{
    private readonly Regex? _path;

    /// <summary>Gets or sets how many requests have the fault.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets or sets the HTTP method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>Gets or sets a regular expression that matches the undecoded path; null for any.</summary>
    public string? Path
    {
        get => _path?.ToString();
        init => _path = value is null ? null : new Regex(value, RegexOptions.CultureInvariant);
    }

    /// <summary>Gets or sets a further condition; null for none.</summary>
    public Func<SimulatedRequest, bool>? When { get; init; }

    /// <summary>Gets or sets the HTTP status of the response.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Gets or sets the body of the response; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Gets or sets the media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Gets or sets the headers of the response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets or sets the <c>Retry-After</c> header, rounded up to whole seconds; null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets or sets whether the request takes effect although its response is the fault.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>Gets or sets whether the connection is dropped instead of a response.</summary>
    public bool DropsConnection { get; init; }

    /// <summary>Gets or sets how much longer the response takes through <see cref="SimulatorHandler"/> and the server.</summary>
    public TimeSpan Delay { get; init; }

    internal bool Matches(SimulatedRequest request) =>
        (Method is null || Method == request.Method)
        && (_path is null || _path.IsMatch(request.Path))
        && (When is null || When(request));
}
