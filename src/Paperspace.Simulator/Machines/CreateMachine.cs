namespace Paperspace.Simulator;

internal sealed class CreateMachine() : Route("POST", "/machines/createSingleMachinePublic")
{
    // Two documents say 201, but the official Terraform provider, which ran against the real service, takes all but 200 for a failure.
    private const int Created = 200;

    public override SimulatedResponse Answer(Account account, RouteRequest request)
    {
        var order = new MachineOrder(request.Body);
        // The new user is made before the machine is, and stays when the machine is then refused.
        var userId = order.UserId ?? order.NewUserId(account, request.Now) ?? account.Options.UserId;
        var template = TemplateCatalogue.Find(order.TemplateId) ?? throw Rejection.Invalid("templateId not found");
        order.CheckTemplate(template);

        var internalId = account.Machines.NextInternalId();
        var machine = new Machine
        {
            Id = account.NewMachineId(internalId),
            InternalId = internalId,
            Name = order.Name,
            Type = order.Type,
            Template = template,
            Region = order.Region,
            Size = order.Size,
            BillingType = order.BillingType,
            UserId = userId,
            TeamId = order.TeamId ?? account.Options.TeamId,
            NetworkId = order.NetworkId ?? account.Networks.DefaultFor(order.Region),
            ScriptId = order.ScriptId,
            CreatedAt = request.Now,
            HasDynamicIp = order.HasDynamicIp,
            StaticIp = order.HasStaticIp ? account.Addresses.Acquire() : null,
            SnapshotAtFirstBoot = order.TakesSnapshot,
            RestorePointFrequency = order.RestorePointFrequency,
        };
        account.Machines.Add(machine);
        account.Transitions.Create(machine, request.Now, order.Starts ? account.Boot(machine) : null);
        return Answers.Json(writer => MachineFields.Write(writer, new MachineReading(machine, request.Now)), Created);
    }
}
