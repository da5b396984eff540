using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists who has access to machines.</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineAccess", DefaultParameterSetName = MachineSet)]
[OutputType(typeof(MachineAccess))]
public sealed class GetPsMachineAccessCommand : MachineReadCmdlet<MachineAccess>
{
    /// <inheritdoc/>
    private protected override string Activity => "Reading access";

    /// <inheritdoc/>
    private protected override Task<IReadOnlyList<MachineAccess>> ReadAsync(
        IPaperspaceClient client, string machineId, ICollection<string> warnings, CancellationToken cancellationToken) =>
        client.Machines.ListAccess(machineId).ReadAllAsync(warnings, cancellationToken);
}
