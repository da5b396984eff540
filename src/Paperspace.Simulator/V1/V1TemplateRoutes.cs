using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

internal static class V1TemplateRoutes
{
    private static readonly ResourceWriter<V1Item<SimulatedTemplate>> OsWriter = new ResourceWriter<V1Item<SimulatedTemplate>>()
        .String("id", item => item.Value.Id)
        .String("name", item => item.Value.Name)
        .String("agentType", item => item.Value.AgentType.ToString())
        .String("operatingSystemLabel", item => item.Value.SystemLabel)
        .Number("defaultSizeGb", item => item.Value.DefaultSize)
        .Literal("availableMachineTypes", MachineTypes)
        .Date("dtCreated", item => item.Value.CreatedAt);

    private static readonly ResourceWriter<V1Item<SimulatedTemplate>> CustomWriter = new ResourceWriter<V1Item<SimulatedTemplate>>()
        .String("id", item => item.Value.Id)
        .String("name", item => item.Value.Name)
        .String("agentType", item => item.Value.AgentType.ToString())
        .String("operatingSystemLabel", item => item.Value.SystemLabel)
        .String("region", item => item.Region(item.Value.Parent!.Region))
        .Number("defaultSizeGb", item => item.Value.DefaultSize)
        .Literal("availableMachineTypes", MachineTypes)
        .String("parentMachineId", item => item.Value.Parent!.Id)
        .Date("dtCreated", item => item.Value.CreatedAt)
        .Date("dtDeleted", item => item.Value.RemovedAt);

    private static readonly V1List<SimulatedTemplate> OsTemplates = new V1List<SimulatedTemplate>(OsWriter, template => template.Id)
        .OrderedBy("name", template => template.Name);

    private static readonly V1List<SimulatedTemplate> CustomTemplates = new V1List<SimulatedTemplate>(CustomWriter, template => template.Id)
        .OrderedBy("dtCreated", template => template.CreatedAt)
        .OrderedBy("name", template => template.Name);

    public static void Register(RouteTable<V1Request> routes)
    {
        routes.Get("/os-templates", ListOs).RequiresKey = false;
        routes.Get("/custom-templates", ListCustom);
        routes.Post("/custom-templates", Create);
        routes.Get("/custom-templates/{id}", request => V1Response.Create(CustomWriter, Find(request), request));
        routes.Put("/custom-templates/{id}", Rename);
        routes.Delete("/custom-templates/{id}", Delete);
    }

    private static SimulatedResponse ListOs(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        return OsTemplates.Page(
            request,
            request.Account.Templates.All.Where(template => !template.IsCustom),
            template => hasName(template.Name) || hasName(template.SystemLabel));
    }

    private static SimulatedResponse ListCustom(V1Request request)
    {
        var hasName = V1Filters.Name(request);
        var isOfMachine = V1Filters.Value(request, "machineId");
        return CustomTemplates.Page(
            request,
            request.Account.Templates.All.Where(template => template.IsCustom),
            template => hasName(template.Name) && isOfMachine(template.Parent!.Id));
    }

    private static SimulatedResponse Create(V1Request request)
    {
        var name = request.Body.RequiredString("name");
        var machineId = request.Body.RequiredString("machineId");
        request.Body.Validate();
        var machine = request.ActionMachine(machineId);
        var (template, created) = request.Account.CreateTemplate(machine, name, request.Now);
        return V1Response.CreateAction(CustomWriter, template, request, machine, created);
    }

    private static SimulatedResponse Rename(V1Request request)
    {
        var template = Find(request);
        var name = request.Body.RequiredString("name");
        request.Body.Validate();
        template.Name = name;
        return V1Response.Create(CustomWriter, template, request);
    }

    private static SimulatedResponse Delete(V1Request request)
    {
        var template = Find(request);
        request.Account.Templates.Remove(template, request.Now);
        return V1Response.Create(CustomWriter, template, request);
    }

    private static SimulatedTemplate Find(V1Request request) =>
        request.Account.Templates.Find(request.Id) is { IsCustom: true } template ? template : throw V1Errors.NotFound("Template");

    private static string MachineTypes(V1Item<SimulatedTemplate> item)
    {
        var types = SimulatedMachineTypeCatalog.All.Where(type => type.Runs(item.Value)).Select(type => new JObject
        {
            ["machineTypeLabel"] = type.Name,
            ["isAvailable"] = type.Regions.Any(region => item.Request.Account.Capacity.Has(region, type, item.Now)),
        });
        return new JArray(types).ToString(Formatting.None);
    }
}
