using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the events of machines, newest first.</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineEvent", DefaultParameterSetName = MachineSet)]
[OutputType(typeof(MachineEvent))]
public sealed class GetPsMachineEventCommand : MachineReadCmdlet<MachineEvent>
{
    /// <summary>Gets or sets the maximum number of events of each machine.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [Alias("Newest")]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Limit { get; set; }

    /// <inheritdoc/>
    private protected override string Activity => "Reading events";

    /// <inheritdoc/>
    private protected override bool IsEmptyForUnknown => !IsBound(nameof(Limit)) || Limit > 0;

    /// <inheritdoc/>
    private protected override Task<IReadOnlyList<MachineEvent>> ReadAsync(
        IPaperspaceClient client, string machineId, ICollection<string> warnings, CancellationToken cancellationToken) =>
        client.Machines.ListEvents(machineId, IsBound(nameof(Limit)) ? Limit : null).ReadAllAsync(warnings, cancellationToken);
}
