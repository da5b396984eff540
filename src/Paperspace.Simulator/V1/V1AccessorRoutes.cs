namespace Paperspace.Simulator;

internal static class V1AccessorRoutes
{
    private static readonly ResourceWriter<V1Item<V1Accessor>> Writer = new ResourceWriter<V1Item<V1Accessor>>()
        .Literal("user", item => V1TeamRoutes.WriteUser(item.Value.User, hasActivity: false))
        .Date("dtDeleted", item => item.Value.RemovedAt);

    private static readonly V1List<V1Accessor> Accessors = new V1List<V1Accessor>(Writer, accessor => accessor.User.Id)
        .OrderedBy("id", accessor => accessor.User.Id);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/machines/{id}/accessors", List);
        routes.Post("/machines/{id}/accessors", Grant);
        routes.Get(
            "/machines/{id}/accessors/{userId}",
            request => V1Response.Create(Writer, new(Find(request, request.Machine()), null), request));
        routes.Delete("/machines/{id}/accessors/{userId}", Revoke);
    }

    private static SimulatedResponse List(V1Request request)
    {
        var users = request.Machine().Accessors.Select(request.Account.Users.Find).OfType<SimulatedUser>();
        return Accessors.Page(request, users.Select(user => new V1Accessor(user, null)), _ => true);
    }

    private static SimulatedResponse Grant(V1Request request)
    {
        var machine = request.ActionMachine();
        var userId = request.Body.RequiredString("userId");
        request.Body.Validate();
        var user = request.Account.Users.Find(userId) ?? throw V1Errors.NotFound("User");
        machine.Grant(user.Id);
        return V1Response.Create(Writer, new(user, null), request);
    }

    private static SimulatedResponse Revoke(V1Request request)
    {
        var machine = request.ActionMachine();
        var user = Find(request, machine);
        machine.Revoke(user.Id);
        return V1Response.Create(Writer, new(user, request.Now), request);
    }

    private static SimulatedUser Find(V1Request request, SimulatedMachine machine)
    {
        var userId = request.Parameter("userId");
        return machine.Accessors.Contains(userId) && request.Account.Users.Find(userId) is { } user
            ? user
            : throw V1Errors.NotFound("Accessor");
    }
}

/// <summary>Represents a user who has, or had, access to a machine.</summary>
internal sealed record V1Accessor(SimulatedUser User, DateTimeOffset? RemovedAt);
