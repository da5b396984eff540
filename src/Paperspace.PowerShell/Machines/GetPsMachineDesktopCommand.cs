using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads how the desktops of machines are reached.</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineDesktop", DefaultParameterSetName = MachineSet)]
[OutputType(typeof(MachineDesktop))]
public sealed class GetPsMachineDesktopCommand : MachineReadCmdlet<MachineDesktop>
{
    private const int MaxShown = 20;

    private readonly List<string> _withoutDesktop = [];

    /// <inheritdoc/>
    private protected override string Activity => "Reading desktops";

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (_withoutDesktop.Count == 0) return;
        var more = _withoutDesktop.Count > MaxShown ? $" and {_withoutDesktop.Count - MaxShown} more" : "";
        WriteWarning($"No desktop (SSH only): {string.Join(", ", _withoutDesktop.Take(MaxShown))}{more}.");
    }

    /// <inheritdoc/>
    private protected override Task<IReadOnlyList<MachineDesktop>> ReadAsync(
        IPaperspaceClient client, string machineId, ICollection<string> warnings, CancellationToken cancellationToken) =>
        client.Machines.GetDesktopsAsync(machineId, cancellationToken);

    /// <inheritdoc/>
    private protected override void Write(ResourceIdentity<Machine> machine, IReadOnlyList<MachineDesktop> items)
    {
        base.Write(machine, items);
        if (items.Count == 0) _withoutDesktop.Add(machine.ToString());
    }
}
