namespace Paperspace.Simulator;

/// <summary>Ends a request that the API refuses; the one place that catches it turns it into the wrapped error.</summary>
internal sealed class Rejection(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    public static Rejection MissingParameter(string name) => new(400, $"Missing required parameter `{name}`");

    public static Rejection WrongType(string name, string expected) => new(400, $"Parameter `{name}` expected to be {expected}");

    public static Rejection Invalid(string message) => new(400, message);

    public static Rejection MachineNotFound() => new(404, "Machine not found");

    /// <summary>The answer to what the API does not know: a route, or the machine of an action.</summary>
    // gradient's hand-written mock gives this body under HTTP 400, BaristaLabs' recording under 404, which is also what the body says.
    public static Rejection NotFound() => new(404, "Not found. Please contact support@paperspace.com for help.");
}
