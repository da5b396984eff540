namespace Paperspace.PowerShell;

/// <summary>Completes billing types.</summary>
public sealed class BillingTypeCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values => BillingTypes.Known.Select(type => (type, type));
}
