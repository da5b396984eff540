namespace Paperspace.PowerShell;

/// <summary>Completes the team's own templates by name.</summary>
public sealed class CustomTemplateCompleter : ResourceNameCompleter<Template, TemplateIdentity>
{
    /// <summary>Creates a completer.</summary>
    public CustomTemplateCompleter()
        : base(TemplateKind.Custom)
    {
    }
}
