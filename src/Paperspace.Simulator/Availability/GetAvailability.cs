namespace Paperspace.Simulator;

internal sealed class GetAvailability() : Route("GET", "/machines/getAvailability")
{
    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var region = request.Query.Required("region");
        var name = request.Query.Required("machineType");
        if (!Regions.Has(region))
            throw Rejection.Invalid("region not found");
        if (MachineTypes.Find(name) is not { IsDedicatedGpu: true } type)
            throw Rejection.Invalid("machineType not found: availability is only provided for the dedicated GPU machine types");
        return Answers.Json(writer =>
        {
            writer.WriteStartObject();
            writer.WritePropertyName("available");
            writer.WriteValue(account.Capacity.Has(region, type));
            writer.WriteEndObject();
        });
    }
}
