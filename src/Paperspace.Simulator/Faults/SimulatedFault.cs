using System.Globalization;
using System.Text.RegularExpressions;

namespace Paperspace.Simulator;

/// <summary>
/// Describes a fault of the next requests that match. Without <see cref="AfterEffect"/> and <see cref="CutsBody"/> such a request has no
/// effect.
/// </summary>
/// <example>
/// A create that is carried out, but answered with 500; a page of a proxy on every third request; a list of events that is not found once:
/// <code>
/// account.Inject(new() { Method = "POST", Path = "/machines$", Status = 500, HasApiBody = true, AfterEffect = true });
/// account.Inject(SimulatedFault.ProxyPage() with { Probability = 0.33, Times = int.MaxValue });
/// account.Inject(new() { Path = "/machine-events$", Status = 404, HasApiBody = true });
/// </code>
/// </example>
public sealed record SimulatedFault
{
    private readonly Regex? _path;

    /// <summary>Gets or sets how many requests have the fault; <see cref="int.MaxValue"/> for any number.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets or sets the share of matching requests, from 0 to 1, that have the fault; drawn from the account's seed.</summary>
    public double Probability { get; init; } = 1;

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

    /// <summary>Gets or sets whether the body is the API's own error for the status, instead of <see cref="Body"/>.</summary>
    public bool HasApiBody { get; init; }

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

    /// <summary>
    /// Gets or sets whether the request takes effect, and half of the body of its real response is sent before the connection is dropped.
    /// Status, body and headers of the fault are ignored then.
    /// </summary>
    public bool CutsBody { get; init; }

    /// <summary>Gets or sets how much longer the response takes through <see cref="SimulatorHandler"/> and the server.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Returns a fault whose response is the HTML page of a proxy such as Cloudflare, and not one of the API.</summary>
    /// <param name="status">The HTTP status.</param>
    public static SimulatedFault ProxyPage(int status = 403) => new()
    {
        Status = status,
        ContentType = "text/html; charset=UTF-8",
        Headers = new Dictionary<string, string> { ["Server"] = "cloudflare" },
        Body = $"""
            <!DOCTYPE html>
            <html lang="en-US">
            <head><title>Attention Required! | Cloudflare</title></head>
            <body><h1>Error {status.ToString(CultureInfo.InvariantCulture)}</h1><p>You are unable to access paperspace.com.</p></body>
            </html>
            """,
    };

    internal SimulatedResponse ToResponse(SimulatedApi api)
    {
        var response = HasApiBody
            ? api.Rejected(new RequestRejectedException(Status, ApiMessage(Status)))
            : new() { Status = Status, Body = Body, ContentType = Body is null ? null : ContentType };
        var headers = Headers.ToDictionary(header => header.Key, header => header.Value, StringComparer.OrdinalIgnoreCase);
        if (RetryAfter is { } delay)
            headers["Retry-After"] = Math.Ceiling(delay.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return response with { Headers = headers, Dropped = DropsConnection };
    }

    internal bool Matches(SimulatedRequest request) =>
        (Method is null || Method == request.Method)
        && (_path is null || _path.IsMatch(request.Path))
        && (When is null || When(request));

    private static string ApiMessage(int status) => status switch
    {
        401 => "You must be logged in to access this method.",
        403 => "You do not have permission to access this resource.",
        404 => "Not found",
        429 => "Too many requests",
        _ => "Internal server error",
    };
}
