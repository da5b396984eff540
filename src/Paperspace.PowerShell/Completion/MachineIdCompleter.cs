namespace Paperspace.PowerShell;

/// <summary>Completes machine ids, with name, state and region as the tooltip.</summary>
public sealed class MachineIdCompleter : AccountDataCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Text, string Tooltip)>> ReadAsync(
        IPaperspaceClient client, CancellationToken cancellationToken) =>
        [.. (await MachineDirectory.Of(client).ReadAsync(client, cancellationToken).ConfigureAwait(false)).Select(machine => (machine.Id, machine.Summary()))];
}
