using System.Text.RegularExpressions;

namespace Paperspace.Simulator;

/// <summary>Describes what goes wrong with the next requests that it matches.</summary>
public sealed record SimulatedFault
{
    private readonly Regex? _path;

    /// <summary>Gets or sets how many requests it befalls before it is used up.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets or sets the HTTP method that it matches; null matches any.</summary>
    public string? Method { get; init; }

    /// <summary>Gets or sets a regular expression that the undecoded path matches; null matches any.</summary>
    public string? Path
    {
        get => _path?.ToString();
        init => _path = value is null ? null : new Regex(value, RegexOptions.CultureInvariant);
    }

    /// <summary>Gets or sets a further condition; null when there is none.</summary>
    public Func<SimulatedRequest, bool>? When { get; init; }

    /// <summary>Gets or sets the HTTP status of the response.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Gets or sets the body of the response; null for an empty one.</summary>
    public string? Body { get; init; }

    /// <summary>Gets or sets the media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Gets or sets the headers of the response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Sends a <c>Retry-After</c> header of as many whole seconds, rounded up; null sends none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets or sets whether the request takes effect before its response is lost.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>Gets or sets whether the connection is dropped instead of responding.</summary>
    public bool DropsConnection { get; init; }

    /// <summary>Gets or sets how much longer than usual the response takes over <see cref="SimulatorHandler"/> and the server.</summary>
    public TimeSpan Delay { get; init; }

    internal bool Matches(SimulatedRequest request) =>
        (Method is null || Method == request.Method)
        && (_path is null || _path.IsMatch(request.Path))
        && (When is null || When(request));
}
