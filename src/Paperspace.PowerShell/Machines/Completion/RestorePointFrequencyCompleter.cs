namespace Paperspace.PowerShell;

/// <summary>Completes restore point frequencies.</summary>
public sealed class RestorePointFrequencyCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values =>
        [(RestorePointFrequencies.Shutdown, "restored at each shutdown")];
}
