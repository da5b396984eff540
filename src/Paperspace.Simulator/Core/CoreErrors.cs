namespace Paperspace.Simulator;

internal static class CoreErrors
{
    public static RequestRejectedException MissingParameter(string name) => new(400, $"Missing required parameter `{name}`");

    public static RequestRejectedException WrongType(string name, string expected) =>
        new(400, $"Parameter `{name}` expected to be {expected}");

    public static RequestRejectedException Invalid(string message) => new(400, message);

    public static RequestRejectedException MachineNotFound() => new(404, "Machine not found");

    // gradient's mock has this body with HTTP 400; BaristaLabs' recording has it with 404, as the body says.
    public static RequestRejectedException NotFound() => new(404, "Not found. Please contact support@paperspace.com for help.");
}
