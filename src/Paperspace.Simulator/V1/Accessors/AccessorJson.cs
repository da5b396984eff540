using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.V1.Accessor>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes who has access to a machine as JSON.</summary>
internal static class AccessorJson
{
    public static JsonMap<V1Item<Accessor>> Map { get; } = new(
        Field.Literal("user", item => UserJson.Text(item.Value.User, withActivity: false)),
        Field.Date("dtDeleted", item => item.Value.RemovedAt));

    public static V1List<Accessor> List { get; } = new(
        Map, accessor => accessor.User.Id, [("id", accessor => V1List<Accessor>.Text(accessor.User.Id))]);

    /// <summary>Returns the accessor of an id.</summary>
    /// <exception cref="RequestRejectedException">The machine has none of the id.</exception>
    public static Accessor Find(V1Request request, SimulatedMachine machine, string userId) =>
        machine.Accessors.Contains(userId) && request.Account.Users.Find(userId) is { } user
            ? new Accessor(user, null)
            : throw V1Errors.NotFound("Accessor");
}
