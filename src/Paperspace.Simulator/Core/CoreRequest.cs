using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator.Core;

/// <summary>Reads a request as the Core API does.</summary>
internal sealed class CoreRequest
{
    public CoreRequest(RouteRequest request)
    {
        JObject body = JsonBody.Parse(request.Http.Body);
        Id = request.Parameters.TryGetValue("id", out var id) ? id : "";
        Account = request.Account;
        Now = request.Now;
        Query = new CoreQuery(request.Http.Query, body);
        Body = new CoreBody(body);
    }

    public SimulatedAccount Account { get; }

    /// <summary>The id in the path; empty when there is none.</summary>
    public string Id { get; }

    /// <summary>The one moment at which the whole request is served.</summary>
    public DateTimeOffset Now { get; }

    public CoreQuery Query { get; }

    public CoreBody Body { get; }
}
