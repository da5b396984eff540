namespace Paperspace.Simulator;

internal static class CoreTemplateRoutes
{
    private static readonly ResourceWriter<SimulatedTemplate> Writer = new ResourceWriter<SimulatedTemplate>()
        .String("id", template => template.Id)
        .String("name", template => template.IsCustom ? template.Id : $"paperspace/{template.Id}")
        .String("label", template => template.Label)
        .String("os", template => template.Os)
        .String("teamId", template => template.Parent?.TeamId).OmittedWhenNull()
        .FilterOnly("userId", _ => null)
        .String("region", template => template.Parent is { } parent ? CoreSpellings.Region(parent.Region) : null).OmittedWhenNull()
        .Date("dtCreated", template => template.CreatedAt);

    public static void Register(RouteTable<CoreRequest> routes) =>
        routes.Get("/templates/getTemplates", request => Writer.ToResponse(request.Account.Templates.All, request.Query));
}
