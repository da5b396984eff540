namespace Paperspace.PowerShell;

/// <summary>Completes ids of templates.</summary>
public sealed class TemplateIdCompleter : ResourceCompleter<Template>
{
    /// <summary>Creates a completer.</summary>
    public TemplateIdCompleter()
        : base(TemplateKind.Instance.Cache)
    {
    }

    /// <inheritdoc/>
    protected override (string Text, string Tooltip) Describe(Template resource) =>
        (resource.Id, TerminalText.Sanitize($"{resource.Label ?? resource.Name}: {resource.Os}"));
}
