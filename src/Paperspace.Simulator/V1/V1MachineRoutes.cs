using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class V1MachineRoutes
{
    private const int MaxDiskSize = 1_000_000;
    private const int VncPort = 5900;
    private const int RemoteDesktopPort = 3389;

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/machines", List);
        routes.Post("/machines", Create);
        routes.Get("/machines/{id}", request => V1Response.Create(V1MachineWriter.Writer, request.View(request.Machine()), request));
        routes.Put("/machines/{id}", Update);
        routes.Delete("/machines/{id}", Delete);
        routes.Patch("/machines/{id}/start", request => Act(request, PowerStateRules.RequireOff, request.Account.Actions.Start));
        routes.Patch("/machines/{id}/stop", request => Act(request, PowerStateRules.RequireRunning, request.Account.Actions.Stop));
        routes.Patch("/machines/{id}/restart", request => Act(request, PowerStateRules.RequireRunning, request.Account.Actions.Restart));
        routes.Get("/machines/{id}/desktop", GetDesktop);
        routes.Get("/machine-availability", GetAvailability);
    }

    private static SimulatedResponse List(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        var hasRegion = V1Filters.Region(request);
        var hasAgent = V1Filters.Value(request, "agentType");
        var hasType = V1Filters.Value(request, "machineType");
        return V1MachineWriter.List.Page(
            request,
            request.Account.Machines.WithRemoved.Select(request.View),
            view => request.Account.Readings.IsShown(view.Machine, request.Now)
                && hasName(view.Machine.Name)
                && hasRegion(view.Machine.Region)
                && hasAgent(view.Machine.Template.AgentType.ToString())
                && hasType(view.Hardware.Type.Name));
    }

    private static SimulatedResponse Create(V1Request request)
    {
        var (body, account) = (request.Body, request.Account);
        var name = body.RequiredString("name");
        var typeName = body.RequiredString("machineType");
        var templateId = body.RequiredString("templateId");
        var size = body.RequiredNumber("diskSize", 1, MaxDiskSize);
        var region = body.RequiredRegion("region");
        var networkId = body.String("networkId");
        var scriptId = body.String("startupScriptId");
        var accessors = body.Strings("accessorIds");
        var starts = body.Boolean("startOnCreate") ?? true;
        var takesSnapshot = body.Boolean("takeInitialSnapshot") ?? false;
        body.Boolean("emailPassword");
        body.Boolean("enableNvlink");
        var settings = new V1MachineSettings(body);
        body.Validate();

        var type = FindType(typeName);
        var template = account.Templates.Find(templateId) ?? throw V1Errors.NotFound("Template");
        if (!type.Runs(template)) throw new AccountRuleException(AccountRule.MachineTypeRunsTemplate);
        var network = networkId is null ? null : account.Networks.FindPrivate(networkId) ?? throw V1Errors.NotFound("Private network");
        if ((network is not null && network.Region != region) || (template.Parent is { } parent && parent.Region != region))
            throw new AccountRuleException(AccountRule.RegionsMatch);
        if (scriptId is not null && account.Scripts.Find(scriptId) is null) throw V1Errors.NotFound("Startup script");
        if (accessors.Any(id => account.Users.Find(id) is null)) throw V1Errors.NotFound("User");

        var specification = new MachineSpecification
        {
            Name = name,
            Hardware = new(type, size),
            Template = template,
            Region = region,
            NetworkId = networkId,
            ScriptId = scriptId,
            PublicIpType = settings.PublicIpType ?? SimulatedPublicIpType.Dynamic,
            Starts = starts,
            TakesInitialSnapshot = takesSnapshot,
            RestorePointEnabled = settings.RestorePointEnabled ?? false,
            RestorePointFrequency = settings.RestorePointFrequency,
            ShutdownTimeoutInHours = null,
        };
        var machine = account.Actions.Create(specification, request.Now);
        settings.Apply(machine, request);
        foreach (var id in accessors) machine.Grant(id);
        return V1MachineWriter.CreateAction(request, machine, machine.Timeline.EventsAt(request.Now).First());
    }

    private static SimulatedResponse Update(V1Request request)
    {
        var body = request.Body;
        var machine = request.ActionMachine();
        var name = body.Has("name") ? body.RequiredString("name") : null;
        var typeName = body.String("machineType");
        var size = body.Number("diskSize", 1, MaxDiskSize);
        var networkId = body.String("networkId");
        var snapshotId = body.String("restorePointSnapshotId");
        var settings = new V1MachineSettings(body);
        body.Validate();

        var network = FindNetwork(request, machine, networkId);
        var restorePoint = FindRestorePoint(request, machine, snapshotId);
        var current = machine.HardwareAt(request.Now);
        var hardware = new MachineHardware(typeName is null ? current.Type : FindType(typeName), size ?? current.Size);
        var upgrade = hardware == current ? null : Upgrade(request, machine, hardware);
        (machine.Name, machine.Network, machine.RestorePoint) = (name ?? machine.Name, network, restorePoint);
        settings.Apply(machine, request);
        return V1MachineWriter.CreateAction(
            request, machine, request.Options.UpdateEvents == UpdateEvents.Unreported ? null : upgrade);
    }

    private static SimulatedMachineEvent Upgrade(V1Request request, SimulatedMachine machine, MachineHardware hardware)
    {
        if (!hardware.Type.Runs(machine.Template)) throw new AccountRuleException(AccountRule.MachineTypeRunsTemplate);
        var upgrade = request.Account.Actions.Upgrade(machine, hardware, request.Now);
        if (request.Options.UpdateEvents == UpdateEvents.Several) request.Account.Transitions.BillUpgrade(machine, upgrade);
        return upgrade;
    }

    // A machine cannot be moved to the default network, not even back to it.
    private static SimulatedNetwork FindNetwork(V1Request request, SimulatedMachine machine, string? id)
    {
        if (id is null) return machine.Network;
        var network = request.Account.Networks.FindPrivate(id) ?? throw V1Errors.NotFound("Private network");
        return network.Region == machine.Region ? network : throw new AccountRuleException(AccountRule.RegionsMatch);
    }

    private static SimulatedSnapshot? FindRestorePoint(V1Request request, SimulatedMachine machine, string? id)
    {
        if (id is null) return machine.RestorePoint;
        return request.Account.Snapshots.Find(id, request.Now) is { } snapshot && snapshot.Machine == machine
            ? snapshot
            : throw V1Errors.NotFound("Snapshot");
    }

    // The account keeps a static address, which is still billed.
    private static SimulatedResponse Delete(V1Request request)
    {
        var machine = request.Machine();
        return V1MachineWriter.CreateAction(
            request, machine, request.Account.Actions.Destroy(machine, releasesPublicIp: false, request.Now));
    }

    private static SimulatedResponse Act(
        V1Request request, Action<SimulatedMachineView> require, Func<SimulatedMachine, DateTimeOffset, SimulatedMachineEvent?> act)
    {
        var machine = request.ActionMachine();
        require(new(machine, request.Now));
        return V1MachineWriter.CreateAction(request, machine, act(machine, request.Now));
    }

    private static SimulatedResponse GetDesktop(V1Request request)
    {
        var machine = request.Machine();
        var host = new JObject { ["hostname"] = machine.PrivateIp };
        var desktop = new JObject();
        switch (machine.Template.AgentType)
        {
            case AgentType.WindowsDesktop:
                desktop["windows"] = host;
                host["port"] = RemoteDesktopPort;
                if (request.View(machine).PublicIp is { } publicIp) host["publicIp"] = publicIp;
                break;
            case AgentType.LinuxDesktop:
                desktop["vnc"] = host;
                host["port"] = VncPort;
                host["password"] = machine.DesktopPassword;
                break;
        }

        return JsonResponse.Create(desktop);
    }

    private static SimulatedResponse GetAvailability(V1Request request)
    {
        var typeName = request.Query.RequiredString("machineType");
        var region = request.Query.RequiredRegion("region");
        request.Query.Validate();
        var isAvailable = SimulatedMachineTypeCatalog.FindIgnoringCase(typeName) is { } type
            && request.Account.Capacity.Has(region, type, request.Now);
        return JsonResponse.Create(isAvailable ? """{"available":true}""" : """{"available":false}""");
    }

    private static SimulatedMachineType FindType(string name) =>
        SimulatedMachineTypeCatalog.FindIgnoringCase(name) ?? throw V1Errors.NotFound("Machine type");
}
