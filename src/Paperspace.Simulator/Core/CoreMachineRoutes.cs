namespace Paperspace.Simulator;

internal static class CoreMachineRoutes
{
    private static readonly SimulatedResponse NoContent = new() { Status = 204 };

    public static void Register(RouteTable<CoreRequest> routes)
    {
        routes.Get("/machines/getMachines", List);
        routes.Get("/machines/getMachinePublic", request => CoreMachineWriter.Show(request, request.QueryMachine()));
        routes.Get("/machines/getAvailability", GetAvailability);
        routes.Post("/machines/createSingleMachinePublic", Create);
        routes.Post("/machines/{id}/updateMachinePublic", Update);
        routes.Post("/machines/{id}/destroyMachine", Destroy);
        routes.Post("/machines/{id}/setMachineAccess", SetAccess);
        routes.Post("/machines/{id}/start", request => Act(request, request.Account.Actions.Start));
        routes.Post("/machines/{id}/stop", request => Act(request, request.Account.Actions.Stop));
        routes.Post("/machines/{id}/restart", request => Act(request, request.Account.Actions.Restart));
    }

    private static SimulatedResponse List(CoreRequest request)
    {
        var maxLimit = request.Account.Options.PageLimit;
        return CoreMachineWriter.List(
            request.Account.Readings.MachinesAt(request.Now)
                .Select(request.View)
                .Where(CoreMachineWriter.Matching(request.Query))
                .Skip(request.Query.Count("skip") ?? 0)
                .Take(Math.Min(request.Query.Count("limit") ?? maxLimit, maxLimit)));
    }

    private static SimulatedResponse GetAvailability(CoreRequest request)
    {
        var regionName = request.Query.Required("region");
        var typeName = request.Query.Required("machineType");
        var region = CoreSpellings.ParseRegion(regionName);
        if (SimulatedMachineTypeCatalog.Find(typeName) is not { HasDedicatedGpu: true } type)
            throw CoreErrors.Invalid("machineType not found: availability is only provided for the dedicated GPU machine types");
        var isAvailable = request.Account.Capacity.Has(region, type, request.Now);
        return JsonResponse.Create(isAvailable ? """{"available":true}""" : """{"available":false}""");
    }

    // Two documents say 201, but the official Terraform provider, which ran against the real service, treats anything
    // except 200 as a failure.
    private static SimulatedResponse Create(CoreRequest request)
    {
        var machine = request.Account.Actions.Create(CoreMachineCreation.Read(request), request.Now);
        return CoreMachineWriter.Create(request.View(machine));
    }

    // The whole body is read before any of it is applied.
    private static SimulatedResponse Update(CoreRequest request)
    {
        var (body, now) = (request.Body, request.Now);
        var machine = request.FindActionMachine() ?? throw new RequestRejectedException(404, "Not found");
        var name = body.String("machineName");
        var timeout = body.Count("shutdownTimeoutInHours");
        var forces = body.Boolean("shutdownTimeoutForces");
        var snapshots = body.Boolean("performAutoSnapshot");
        var frequency =
            body.OneOf("autoSnapshotFrequency", CoreSpellings.SnapshotFrequency, "one of 'hour', 'day', 'week', or null");
        var saveCount = body.Count("autoSnapshotSaveCount");
        var hasDynamicIp = body.Boolean("dynamicPublicIp");
        var hasStaticIp = body.Boolean("assignPublicIp");
        if (name is { Length: 0 }) throw CoreErrors.WrongType("machineName", "a name");
        if (hasDynamicIp == true && hasStaticIp == true)
            throw CoreErrors.Invalid("Parameter `assignPublicIp` cannot be used with `dynamicPublicIp`");

        machine.Name = name ?? machine.Name;
        if (body.Has("shutdownTimeoutInHours")) machine.ShutdownTimeoutInHours = timeout;
        machine.ShutdownTimeoutForces = forces ?? machine.ShutdownTimeoutForces;
        machine.AutoSnapshotEnabled = snapshots ?? machine.AutoSnapshotEnabled;
        if (body.Has("autoSnapshotFrequency")) machine.AutoSnapshotFrequency = frequency;
        if (body.Has("autoSnapshotSaveCount")) machine.AutoSnapshotSaveCount = saveCount;
        request.Account.Actions.SetPublicIp(machine, GetPublicIpType(machine.PublicIpType, hasDynamicIp, hasStaticIp), now);
        machine.ModifiedAt = now;
        return NoContent;
    }

    private static SimulatedPublicIpType GetPublicIpType(SimulatedPublicIpType current, bool? hasDynamicIp, bool? hasStaticIp)
    {
        if (hasStaticIp == true) return SimulatedPublicIpType.Static;
        if (hasDynamicIp == true) return SimulatedPublicIpType.Dynamic;
        return hasDynamicIp == false && current == SimulatedPublicIpType.Dynamic ? SimulatedPublicIpType.None : current;
    }

    // The official clients send releasePublicIp in the body, BaristaLabs' client in the query.
    private static SimulatedResponse Destroy(CoreRequest request)
    {
        var machine = request.PathMachine();
        var releases = request.Body.LooseBoolean("releasePublicIp") ?? request.Query.Boolean("releasePublicIp");
        request.Account.Actions.Destroy(machine, releases, request.Now);
        return NoContent;
    }

    // The official Node client sends a Boolean, the reference's curl example a string.
    private static SimulatedResponse SetAccess(CoreRequest request)
    {
        var machine = request.ActionMachine();
        var userId = request.Body.RequiredString("userId");
        if (request.Body.LooseBoolean("enableAccess") ?? throw CoreErrors.MissingParameter("enableAccess"))
            machine.Grant(userId);
        else
            machine.Revoke(userId);
        return NoContent;
    }

    private static SimulatedResponse Act(CoreRequest request, Func<SimulatedMachine, DateTimeOffset, SimulatedMachineEvent?> act)
    {
        act(request.ActionMachine(), request.Now);
        return NoContent;
    }
}
