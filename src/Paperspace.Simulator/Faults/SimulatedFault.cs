using System.Text.RegularExpressions;

namespace Paperspace.Simulator;

/// <summary>Something that goes wrong with the next requests that it matches: what they are answered instead.</summary>
public sealed record SimulatedFault
{
    private readonly Regex? _path;

    /// <summary>How many requests it answers before it is used up.</summary>
    public int Times { get; init; } = 1;

    /// <summary>The HTTP method that it matches; null matches any.</summary>
    public string? Method { get; init; }

    /// <summary>A regular expression that the undecoded path matches; null matches any.</summary>
    public string? Path
    {
        get => _path?.ToString();
        init => _path = value is null ? null : new Regex(value, RegexOptions.CultureInvariant);
    }

    /// <summary>A further condition; null when there is none.</summary>
    public Func<SimulatedRequest, bool>? When { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public int Status { get; init; } = 503;

    /// <summary>The body of the answer; null for an empty one.</summary>
    public string? Body { get; init; }

    /// <summary>The media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Headers of the answer.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Sends a <c>Retry-After</c> header of as many whole seconds, rounded up; null sends none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the request takes effect before its answer is lost.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>Whether the connection is dropped instead of answering.</summary>
    public bool DropsConnection { get; init; }

    /// <summary>How much longer than usual the answer takes over <see cref="SimulatorHandler"/> and the server.</summary>
    public TimeSpan Delay { get; init; }

    internal bool Matches(SimulatedRequest request) =>
        (Method is null || Method == request.Method)
        && (_path is null || _path.IsMatch(request.Path))
        && (When is null || When(request));
}
