using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads how the desktops of machines are reached.</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineDesktop")]
[OutputType(typeof(MachineDesktop))]
public sealed class GetPsMachineDesktopCommand : AccountCmdlet
{
    private const int MostShown = 20;

    private readonly List<string> _withoutDesktop = [];

    /// <summary>Gets or sets the machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var machine in Id)
            await SubmitAsync(
                (client, token) => client.Machines.GetDesktopsAsync(machine.Id, token),
                machine.Target,
                desktops => Write(machine, desktops),
                cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (_withoutDesktop.Count == 0) return;
        var more = _withoutDesktop.Count > MostShown ? $" and {_withoutDesktop.Count - MostShown} more" : "";
        WriteWarning($"Reached by SSH alone, without a desktop: {string.Join(", ", _withoutDesktop.Take(MostShown))}{more}.");
    }

    private void Write(ResourceIdentity<Machine> machine, IReadOnlyList<MachineDesktop> desktops)
    {
        WriteObject(desktops, enumerateCollection: true);
        if (desktops.Count == 0) _withoutDesktop.Add(machine.ToString());
    }
}
