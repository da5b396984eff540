namespace Paperspace.Simulator;

internal static class V1Errors
{
    private static readonly Dictionary<int, string> Codes = new()
    {
        [400] = "BAD_REQUEST",
        [401] = "UNAUTHORIZED",
        [403] = "FORBIDDEN",
        [404] = "NOT_FOUND",
        [409] = "CONFLICT",
        [412] = "PRECONDITION_FAILED",
        [413] = "PAYLOAD_TOO_LARGE",
        [429] = "TOO_MANY_REQUESTS",
    };

    public static string Code(int status) => Codes.TryGetValue(status, out var code) ? code : "INTERNAL_SERVER_ERROR";

    public static RequestRejectedException NotFound() => new(404, "Not found");

    /// <summary>Creates the error for a resource that does not exist, such as <c>Machine</c>.</summary>
    public static RequestRejectedException NotFound(string resource) => new(404, $"{resource} not found");

    public static RequestRejectedException UnreadableBody() => new(400, "Failed to parse request body") { Code = "PARSE_ERROR" };

    public static RequestRejectedException Of(AccountRule rule) => rule switch
    {
        AccountRule.MachineIsStarting => new(409, "This machine is currently starting."),
        AccountRule.PowerStateFits => new(412, "Machine is not in a power state compatible with this request."),
        AccountRule.CapacityIsSufficient => new(
            412,
            "We are currently out of capacity for the selected VM type. Try again in a few minutes, or select a different instance."),
        AccountRule.MachineLimit => new(403, "Your team has reached its limit of machines."),
        AccountRule.DiskNeverShrinks => new(400, "The disk of a machine cannot be made smaller."),
        AccountRule.MachineTypeStaysInFamily => new(400, "The machine cannot be changed to this machine type."),
        AccountRule.MachineTypeRunsTemplate => new(400, "The machine type is not available for this template."),
        AccountRule.RegionsMatch => new(400, "The resources are not in the same region."),
        AccountRule.NetworkIsEmpty => new(409, "The private network still has machines in it."),
        AccountRule.PublicIpIsFree => new(409, "The public IP is assigned to another machine."),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };
}
