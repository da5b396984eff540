using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets whose action on a machine takes time, with <c>-Wait</c>.</summary>
public abstract class MachineTransitionCmdlet : ResourceTransitionCmdlet<Machine, MachineIdentity>
{
    /// <summary>Gets or sets the machines: ids, machines, or anything with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<MachineIdentity> Targets => Id;

    /// <inheritdoc/>
    protected override Task<Machine> ReadAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken) =>
        client.Machines.GetAsync(target.Id, cancellationToken);
}
