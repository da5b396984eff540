namespace Paperspace.Simulator.V1;

internal sealed class CreateMachineRoute() : V1Route("POST", "/machines")
{
    private const int LargestDisk = 1_000_000;

    protected override SimulatedResponse Respond(V1Request request)
    {
        var (body, account) = (request.Body, request.Account);
        var name = body.RequiredText("name");
        var typeName = body.RequiredText("machineType");
        var templateId = body.RequiredText("templateId");
        var size = body.RequiredNumber("diskSize", 1, LargestDisk);
        var region = body.RequiredRegion("region");
        var networkId = body.Text("networkId");
        var scriptId = body.Text("startupScriptId");
        var accessors = body.Texts("accessorIds");
        var starts = body.Flag("startOnCreate") ?? true;
        var takesSnapshot = body.Flag("takeInitialSnapshot") ?? false;
        body.Flag("emailPassword");
        body.Flag("enableNvlink");
        var settings = new MachineSettings(body);
        body.Validate();

        var type = MachineTypeLookup.Find(typeName);
        var template = account.Templates.Find(templateId) ?? throw V1Errors.NotFound("Template");
        if (!type.Runs(template))
            throw new AccountRuleException(AccountRule.MachineTypeRunsTemplate);
        var network = networkId is null ? null : account.Networks.FindPrivate(networkId) ?? throw V1Errors.NotFound("Private network");
        if ((network is not null && network.Region != region) || (template.Parent is { } parent && parent.Region != region))
            throw new AccountRuleException(AccountRule.RegionsMatch);
        if (scriptId is not null && account.Scripts.Find(scriptId) is null)
            throw V1Errors.NotFound("Startup script");
        if (accessors.Any(id => account.Users.Find(id) is null))
            throw V1Errors.NotFound("User");

        var machine = account.Create(
            new MachineSpecification
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
            },
            request.Now);
        account.Update(machine, settings.ToUpdate(machine, request.Options), request.Now);
        foreach (var id in accessors)
            machine.Grant(id);
        return MachineResponse.Of(request, machine, machine.Timeline.EventsAt(request.Now).First());
    }
}
