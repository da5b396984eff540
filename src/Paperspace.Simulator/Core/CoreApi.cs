namespace Paperspace.Simulator.Core;

/// <summary>Describes the Core API: every path that no other API has, a key in a header of its own, and wrapped errors.</summary>
internal sealed class CoreApi() : SimulatedApi("", typeof(CoreRoute))
{
    /// <inheritdoc/>
    public override string? ReadKey(SimulatedRequest request) => request.Headers.TryGetValue("X-Api-Key", out var key) ? key : null;

    /// <inheritdoc/>
    // The one error that is not wrapped; a bad key is 400, not 401.
    public override SimulatedResponse Unauthorized(Route route) =>
        JsonResponse.Create("""{"status":400,"message":"Invalid API token"}""", 400);

    /// <inheritdoc/>
    public override SimulatedResponse NotFound() => Rejected(CoreErrors.NotFound());

    /// <inheritdoc/>
    public override SimulatedResponse Rejected(AccountRule rule) => Rejected(CoreErrors.Invalid(rule switch
    {
        AccountRule.CapacityIsSufficient =>
            "We are currently out of capacity for the selected VM type. Try again in a few minutes, or select a different instance.",
        AccountRule.MachineLimit => "Your team has reached its limit of machines.",
        _ => "Machine is not in a power state compatible with this request.",
    }));

    /// <inheritdoc/>
    public override SimulatedResponse Rejected(RequestRejectedException rejection) => JsonResponse.Create(
        writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("error");
            writer.WriteStartObject();
            writer.WritePropertyName("name");
            writer.WriteValue("Error");
            writer.WritePropertyName("status");
            writer.WriteValue(rejection.Status);
            writer.WritePropertyName("message");
            writer.WriteValue(rejection.Message);
            writer.WriteEndObject();
            writer.WriteEndObject();
        },
        rejection.Status);
}
