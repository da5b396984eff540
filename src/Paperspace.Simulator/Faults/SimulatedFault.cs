using System.Globalization;
using System.Text.RegularExpressions;

namespace Paperspace.Simulator;

/// <summary>
/// Describes a fault of the next matching requests. Without <see cref="AfterEffect"/> and <see cref="CutsBody"/>, such a request has no
/// effect.
/// </summary>
/// <example>
/// A create that takes effect but is answered with 500, a proxy page on every third request, and a list of events that
/// is not found once:
/// <code>
/// account.Inject(new() { Method = "POST", Path = "/machines$", Status = 500, HasApiBody = true, AfterEffect = true });
/// account.Inject(SimulatedFault.ProxyPage() with { Probability = 0.33, Times = int.MaxValue });
/// account.Inject(new() { Path = "/machine-events$", Status = 404, HasApiBody = true });
/// </code>
/// </example>
public sealed record SimulatedFault
{
    private readonly Regex? _path;

    /// <summary>Gets or sets the number of requests with the fault; <see cref="int.MaxValue"/> for no limit.</summary>
    public int Times { get; init; } = 1;

    /// <summary>Gets or sets the share of matching requests that have the fault, from 0 to 1, drawn from the account's seed.</summary>
    public double Probability { get; init; } = 1;

    /// <summary>Gets or sets the HTTP method; null for any.</summary>
    public string? Method { get; init; }

    /// <summary>Gets or sets a regular expression for the undecoded path; null for any.</summary>
    public string? Path
    {
        get => _path?.ToString();
        init => _path = value is null ? null : new Regex(value, RegexOptions.CultureInvariant);
    }

    /// <summary>Gets or sets an additional condition; null for none.</summary>
    public Func<SimulatedRequest, bool>? When { get; init; }

    /// <summary>Gets or sets the HTTP status of the response.</summary>
    public int Status { get; init; } = 503;

    /// <summary>Gets or sets the body of the response; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>Gets or sets whether to send the API's own error for the status instead of <see cref="Body"/>.</summary>
    public bool HasApiBody { get; init; }

    /// <summary>Gets or sets the media type of <see cref="Body"/>.</summary>
    public string ContentType { get; init; } = "application/json; charset=utf-8";

    /// <summary>Gets or sets the headers of the response.</summary>
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>Gets or sets the <c>Retry-After</c> header, rounded up to whole seconds; null for none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets or sets whether the request takes effect although the response is the fault.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>Gets or sets whether to drop the connection instead of responding.</summary>
    public bool DropsConnection { get; init; }

    /// <summary>
    /// Gets or sets whether the request takes effect, and the connection is dropped after half of the real response's body. The fault's
    /// status, body and headers are then ignored.
    /// </summary>
    public bool CutsBody { get; init; }

    /// <summary>Gets or sets the additional response time through <see cref="SimulatorHandler"/> and the server.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>Returns a fault whose response is the HTML page of a proxy such as Cloudflare instead of an API response.</summary>
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
