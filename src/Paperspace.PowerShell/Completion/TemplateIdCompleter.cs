namespace Paperspace.PowerShell;

/// <summary>Completes template ids, with label and operating system as the tooltip.</summary>
public sealed class TemplateIdCompleter : AccountDataCompleter
{
    /// <inheritdoc/>
    protected override async Task<IReadOnlyList<(string Text, string Tooltip)>> ReadAsync(
        IPaperspaceClient client, CancellationToken cancellationToken) =>
        [.. (await client.ListTemplatesAsync(cancellationToken).ConfigureAwait(false)).Select(template => (template.Id, DisplayText.Plain($"{template.Label ?? template.Name}: {template.Os}")))];
}
