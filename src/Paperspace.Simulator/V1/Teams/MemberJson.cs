using Field = Paperspace.Simulator.JsonField<Paperspace.Simulator.V1.V1Item<Paperspace.Simulator.SimulatedUser>>;

namespace Paperspace.Simulator.V1;

/// <summary>Writes the members of the team as JSON.</summary>
internal static class MemberJson
{
    public static JsonMap<V1Item<SimulatedUser>> Map { get; } = new(
        Field.Boolean("isAdmin", item => item.Value.IsAdmin),
        Field.Boolean("isOwner", item => item.Value.IsOwner),
        Field.Date("dtConfirmed", item => item.Value.ConfirmedAt),
        Field.Literal("user", item => UserJson.Text(item.Value, withActivity: true)));

    /// <summary>Writes a membership alone, as the response to a change has it.</summary>
    public static JsonMap<V1Item<SimulatedUser>> Membership { get; } = new(
        Field.Boolean("isOwner", item => item.Value.IsOwner),
        Field.Boolean("isAdmin", item => item.Value.IsAdmin),
        Field.Date("dtConfirmed", item => item.Value.ConfirmedAt),
        Field.Date("dtDeleted", item => item.Value.RemovedAt));

    // A member who has not confirmed comes last, whatever the order of the dates.
    public static V1List<SimulatedUser> List { get; } = new(
        Map, user => user.Id, [("dtConfirmed", user => user.ConfirmedAt ?? DateTimeOffset.MinValue)]);

    /// <summary>Checks that the team of the path is the key's.</summary>
    /// <exception cref="RequestRejectedException">It is another one.</exception>
    public static void RequireTeam(V1Request request)
    {
        var team = request.Account.Team;
        if (request.Parameter("teamId") is var id && id != team.Id && id != team.Namespace)
            throw V1Errors.NotFound("Team");
    }

    /// <summary>Returns the member of the path.</summary>
    /// <exception cref="RequestRejectedException">There is none, or the team is another one.</exception>
    public static SimulatedUser Find(V1Request request)
    {
        RequireTeam(request);
        return request.Account.Users.Find(request.Parameter("userId")) ?? throw V1Errors.NotFound("User");
    }
}
