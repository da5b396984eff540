namespace Paperspace.PowerShell;

/// <summary>Completes the machine types whose availability the API knows.</summary>
public sealed class DedicatedGpuTypeCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values => MachineTypes.DedicatedGpu.Select(type => (type, type));
}
