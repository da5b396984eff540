namespace Paperspace.PowerShell;

/// <summary>Completes machine names, with id, state and region as the tooltip.</summary>
public sealed class MachineNameCompleter : AccountDataCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Text, string Tooltip)>> ReadAsync(
        IPaperspaceClient client, CancellationToken cancellationToken) =>
        [.. (await MachineDirectory.Of(client).ReadAsync(client, cancellationToken).ConfigureAwait(false)).Select(machine => (machine.Name ?? "", machine.Summary()))];
}
