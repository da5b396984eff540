namespace Paperspace.PowerShell;

/// <summary>Completes agent types.</summary>
public sealed class AgentTypeCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values => AgentTypes.Known.Select(type => (type, type));
}
