using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class V1TeamRoutes
{
    private static readonly ResourceWriter<V1Item<SimulatedUser>> Writer = new ResourceWriter<V1Item<SimulatedUser>>()
        .Boolean("isAdmin", item => item.Value.IsAdmin)
        .Boolean("isOwner", item => item.Value.IsOwner)
        .Date("dtConfirmed", item => item.Value.ConfirmedAt)
        .Literal("user", item => WriteUser(item.Value, hasActivity: true));

    // A change returns the membership without the user.
    private static readonly ResourceWriter<V1Item<SimulatedUser>> MembershipWriter = new ResourceWriter<V1Item<SimulatedUser>>()
        .Boolean("isOwner", item => item.Value.IsOwner)
        .Boolean("isAdmin", item => item.Value.IsAdmin)
        .Date("dtConfirmed", item => item.Value.ConfirmedAt)
        .Date("dtDeleted", item => item.Value.RemovedAt);

    // Unconfirmed members come last in both directions.
    private static readonly V1List<SimulatedUser> Members = new V1List<SimulatedUser>(Writer, user => user.Id)
        .OrderedBy("dtConfirmed", user => user.ConfirmedAt ?? DateTimeOffset.MinValue);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/teams/{teamId}/users", List);
        routes.Put("/teams/{teamId}/users/{userId}", Update);
        routes.Delete("/teams/{teamId}/users/{userId}", Remove);
    }

    /// <summary>Returns the JSON of a user in the short format of members and accessors.</summary>
    public static string WriteUser(SimulatedUser user, bool hasActivity)
    {
        var json = new JObject
        {
            ["id"] = user.Id,
            ["email"] = user.Email,
            ["firstName"] = user.FirstName,
            ["lastName"] = user.LastName,
            ["publicProfileImageUrl"] = null,
        };
        if (hasActivity) json["lastActive"] = IsoDate.Format(user.LastActiveAt);
        return json.ToString(Formatting.None);
    }

    private static SimulatedResponse List(V1Request request)
    {
        RequireTeam(request);
        var role = request.Query.OneOf("role", ["member", "admin", "owner"]);
        return Members.Page(request, request.Account.Users.All, user => role switch
        {
            "owner" => user.IsOwner,
            "admin" => user.IsAdmin && !user.IsOwner,
            "member" => !user.IsAdmin && !user.IsOwner,
            _ => true,
        });
    }

    private static SimulatedResponse Update(V1Request request)
    {
        var user = Find(request);
        var isAdmin = request.Body.RequiredBoolean("isAdmin");
        request.Body.Validate();
        user.IsAdmin = isAdmin;
        return V1Response.Create(MembershipWriter, user, request);
    }

    private static SimulatedResponse Remove(V1Request request)
    {
        var user = Find(request);
        if (user.IsOwner) throw new RequestRejectedException(403, "You do not have permission to access this resource.");
        request.Account.Users.Remove(user, request.Now);
        return V1Response.Create(MembershipWriter, user, request);
    }

    private static SimulatedUser Find(V1Request request)
    {
        RequireTeam(request);
        return request.Account.Users.Find(request.Parameter("userId")) ?? throw V1Errors.NotFound("User");
    }

    private static void RequireTeam(V1Request request)
    {
        var team = request.Account.Team;
        if (request.Parameter("teamId") is var id && id != team.Id && id != team.Namespace) throw V1Errors.NotFound("Team");
    }
}
