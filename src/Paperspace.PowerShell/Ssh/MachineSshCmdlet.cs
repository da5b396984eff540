using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that connect to the machines of the pipeline over SSH.</summary>
public abstract class MachineSshCmdlet : SshCmdlet
{
    /// <summary>Gets or sets the machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [MachineIdentityTransformation]
    [ArgumentCompleter(typeof(MachineIdCompleter))]
    public MachineIdentity[] Id { get; set; } = [];

    /// <summary>Gets the machines.</summary>
    private protected Task<IReadOnlyList<MachineIdentity>> FindMachinesAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<MachineIdentity>>(Id);
}
