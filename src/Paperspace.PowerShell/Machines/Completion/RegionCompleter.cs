namespace Paperspace.PowerShell;

/// <summary>Completes regions by their short names.</summary>
public sealed class RegionCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values =>
        Regions.Known.Select(region => (Regions.ShortName(region)!, region));
}
