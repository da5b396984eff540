using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Creates templates from machines that are off.</summary>
[Cmdlet(VerbsCommon.New, "PsTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class NewPsTemplateCommand : ResourceCreationCmdlet
{
    private const string Action = "Create template (the machine has to be off)";

    /// <summary>The machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[] Machine { get; set; } = [];

    /// <summary>The name of the template, or a script block that makes one of each machine.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.Templates.Require(ResourceAction.Create);
        foreach (var machine in Machine)
        {
            var options = new TemplateCreateOptions { Name = Name, MachineId = machine.Id };
            if (!TryValidate(options, machine)) continue;
            if (!ShouldProcess($"{Name} from machine {machine}", Action)) continue;
            await SubmitChangeAsync(
                Action,
                (client, change, token) => change.SendAsync(client.Now, () => client.Templates.CreateAsync(options, token), created => created.ResourceId),
                machine.Target,
                Name,
                (operation, change) => Complete(operation, Identify, change),
                cancellationToken);
        }
    }

    private bool TryValidate(TemplateCreateOptions options, MachineIdentity machine)
    {
        try
        {
            // The name of a machine that comes down the pipeline is its own.
            if (!IsGiven(nameof(Name)) && !machine.IsRow)
                throw PaperspaceException.InvalidRequest(
                    "A template needs a name of its own: -Name render-base, or -Name { \"base-of-$($_.Name)\" } to make one of each machine.", nameof(Name));
            options.Validate();
            return true;
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, machine.Target);
            return false;
        }
    }

    private static IResourceIdentity Identify(ResourceOperation operation) => operation.Resource is Template template
        ? new TemplateIdentity(template)
        : new TemplateIdentity(operation.ResourceId);
}
