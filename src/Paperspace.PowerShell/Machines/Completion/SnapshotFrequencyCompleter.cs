namespace Paperspace.PowerShell;

/// <summary>Completes snapshot frequencies.</summary>
public sealed class SnapshotFrequencyCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values =>
        SnapshotFrequencies.Known.Select(frequency => (frequency, frequency));
}
