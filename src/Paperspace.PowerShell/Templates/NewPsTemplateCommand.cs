using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Creates templates from machines that are off.</summary>
[Cmdlet(VerbsCommon.New, "PsTemplate", DefaultParameterSetName = MachineSet, SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class NewPsTemplateCommand : MachineImageCmdlet
{
    /// <inheritdoc/>
    private protected override string NameMissingText =>
        "A template needs a name of its own: -Name render-base, or -Name { \"base-of-$($_.Name)\" } to make one of each machine.";

    /// <inheritdoc/>
    private protected override string ActionText => "Create template (the machine has to be off)";

    /// <inheritdoc/>
    private protected override string Describe(ResourceIdentity<Machine> machine) => $"{Name} from machine {base.Describe(machine)}";

    /// <inheritdoc/>
    private protected override void Require(IPaperspaceClient client) => client.Templates.Require(ResourceAction.Create);

    /// <inheritdoc/>
    private protected override void Validate(string machineId) =>
        new TemplateCreateOptions { Name = Name, MachineId = machineId }.Validate();

    /// <inheritdoc/>
    private protected override Task<Operation> CreateAsync(
        IPaperspaceClient client, string machineId, string name, CancellationToken cancellationToken) =>
        client.Templates.CreateAsync(new TemplateCreateOptions { Name = name, MachineId = machineId }, cancellationToken);

    /// <inheritdoc/>
    private protected override ResourceIdentity Identify(Operation operation) => operation.Resource is Template template
        ? TemplateDescriptor.Instance.Identify(template)
        : new ResourceIdentity<Template>(operation.ResourceId) { IsId = true };
}
