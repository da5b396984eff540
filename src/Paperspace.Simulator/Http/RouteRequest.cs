using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>A request as a route reads it.</summary>
internal sealed class RouteRequest
{
    public RouteRequest(SimulatedRequest request, string id, DateTimeOffset now)
    {
        JObject body = BodyParameters.Parse(request.Body);
        Id = id;
        Now = now;
        Query = new QueryParameters(request.Query, body);
        Body = new BodyParameters(body);
    }

    /// <summary>What stands for <c>{id}</c> in the path, decoded; empty when the template has none.</summary>
    public string Id { get; }

    /// <summary>The one moment at which the whole request is answered.</summary>
    public DateTimeOffset Now { get; }

    public QueryParameters Query { get; }

    public BodyParameters Body { get; }
}
