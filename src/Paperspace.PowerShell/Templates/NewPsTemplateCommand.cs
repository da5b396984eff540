using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Creates templates from machines that are off.</summary>
[Cmdlet(VerbsCommon.New, "PsTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class NewPsTemplateCommand : MachineImageCmdlet
{
    private const string Action = "Create template (the machine has to be off)";

    /// <inheritdoc/>
    private protected override string NameMissingText =>
        "A template needs a name of its own: -Name render-base, or -Name { \"base-of-$($_.Name)\" } to make one of each machine.";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.Templates.Require(ResourceAction.Create);
        foreach (var machine in Machine)
        {
            var options = new TemplateCreateOptions { Name = Name, MachineId = machine.Id };
            if (!TryValidate(machine, options.Validate)) continue;
            if (!ShouldProcess($"{Name} from machine {machine}", Action)) continue;
            await SubmitChangeAsync(
                Action,
                (client, change, token) =>
                    change.SendAsync(client.Now, () => client.Templates.CreateAsync(options, token), created => created.ResourceId),
                machine.Target,
                Name,
                (operation, change) => Complete(operation, Identify, change),
                cancellationToken);
        }
    }

    private static ResourceIdentity Identify(Operation operation) => operation.Resource is Template template
        ? TemplateDescriptor.Instance.Identify(template)
        : new ResourceIdentity<Template>(operation.ResourceId) { IsId = true };
}
