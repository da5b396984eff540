namespace Paperspace.PowerShell;

/// <summary>Completes templates by label.</summary>
public sealed class TemplateCompleter : ResourceNameCompleter<Template, TemplateIdentity>
{
    /// <summary>Creates a completer.</summary>
    public TemplateCompleter()
        : base(TemplateKind.Instance)
    {
    }
}
