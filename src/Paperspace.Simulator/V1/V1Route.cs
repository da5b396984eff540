namespace Paperspace.Simulator.V1;

/// <summary>Serves one operation of the V1 API.</summary>
/// <param name="method">The HTTP method.</param>
/// <param name="template">The path below the base.</param>
internal abstract class V1Route(string method, string template) : Route(method, V1Api.Base + template)
{
    /// <summary>Returns the response to a request without a known key; null for the API's error.</summary>
    public virtual SimulatedResponse? RespondWithoutKey() => null;

    /// <inheritdoc/>
    public sealed override SimulatedResponse Respond(RouteRequest request) => Respond(new V1Request(request));

    protected abstract SimulatedResponse Respond(V1Request request);
}
