using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.SimulatedScript>;

namespace Paperspace.Simulator.Core;

/// <summary>Writes startup scripts as JSON.</summary>
internal static class ScriptJson
{
    public static JsonMap<SimulatedScript> Map { get; } = new(
        Field.Text("id", script => script.Id),
        Field.Text("ownerType", _ => "team"),
        Field.Text("ownerId", script => script.TeamId),
        Field.Text("name", script => script.Name),
        Field.Text("description", script => script.Description),
        Field.Date("dtCreated", script => script.CreatedAt),
        Field.Boolean("isEnabled", script => script.IsEnabled),
        Field.Boolean("runOnce", script => script.RunsOnce));
}
