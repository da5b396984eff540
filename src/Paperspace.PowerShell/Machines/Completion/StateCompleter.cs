namespace Paperspace.PowerShell;

/// <summary>Completes machine states.</summary>
public sealed class StateCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values => MachineStates.Known.Select(state => (state, state));
}
