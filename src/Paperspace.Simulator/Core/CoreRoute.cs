namespace Paperspace.Simulator.Core;

/// <summary>Serves one operation of the Core API.</summary>
internal abstract class CoreRoute(string method, string template) : Route(method, template)
{
    protected static SimulatedResponse NoContent { get; } = new() { Status = 204 };

    /// <inheritdoc/>
    public sealed override SimulatedResponse Respond(RouteRequest request) => Respond(new CoreRequest(request));

    protected abstract SimulatedResponse Respond(CoreRequest request);
}
