using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on machines.</summary>
public abstract class MachineActionCmdlet : ResourceActionCmdlet<Machine, MachineIdentity>
{
    /// <summary>Gets or sets the machines: ids, machines, or anything with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public virtual MachineIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<MachineIdentity> Targets => Id;

    /// <inheritdoc/>
    protected override Task<Machine> ReadAsync(IPaperspaceClient client, MachineIdentity target, CancellationToken cancellationToken) =>
        client.Machines.GetAsync(target.Id, cancellationToken);
}
