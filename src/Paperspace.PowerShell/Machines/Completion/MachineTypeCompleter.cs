namespace Paperspace.PowerShell;

/// <summary>Completes machine types.</summary>
public sealed class MachineTypeCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values => MachineTypes.Known.Select(type => (type, type));
}
