using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator.Core;

/// <summary>Reads a request as the Core API does.</summary>
internal sealed class CoreRequest
{
    private readonly SimulatedRequest _http;

    public CoreRequest(RouteRequest request)
    {
        _http = request.Http;
        JObject body = MultipartForm.Is(_http) ? [] : JsonBody.Parse(_http.Body);
        Id = request.Parameters.TryGetValue("id", out var id) ? id : "";
        Account = request.Account;
        Now = request.Now;
        Query = new CoreQuery(_http.Query, body);
        Body = new CoreBody(body);
    }

    public SimulatedAccount Account { get; }

    /// <summary>Gets the id in the path; empty when there is none.</summary>
    public string Id { get; }

    /// <summary>Gets the one moment at which the whole request is served.</summary>
    public DateTimeOffset Now { get; }

    public CoreQuery Query { get; }

    public CoreBody Body { get; }

    /// <summary>Gets whether the request is a multipart form, which has files in its body and the other parameters in the query.</summary>
    public bool IsForm => MultipartForm.Is(_http);

    /// <summary>Returns the content of a file of the form; null when there is none of the name.</summary>
    public string? File(string name) => MultipartForm.Read(_http, name);
}
