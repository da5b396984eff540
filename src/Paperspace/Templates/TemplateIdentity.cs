namespace Paperspace;

/// <summary>Identifies a template by its id; in a cmdlet's parameter by its label or name too.</summary>
public sealed class TemplateIdentity : ResourceIdentity<Template>
{
    /// <summary>Creates an identity from an id, a label or a name.</summary>
    /// <exception cref="PaperspaceException">It is empty.</exception>
    public TemplateIdentity(string templateId)
        : base(RequireText(templateId, nameof(templateId)), resource: null)
    {
    }

    /// <summary>Creates an identity from a template.</summary>
    /// <exception cref="PaperspaceException">The template's id is empty or has a character that no id has.</exception>
    public TemplateIdentity(Template template)
        : base(ResourceId.Require((template ?? throw new ArgumentNullException(nameof(template))).Id, "templateId"), template)
    {
    }

    /// <summary>Creates an identity from what identifies no template, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies no template.</param>
    public TemplateIdentity(string given, PaperspaceException failure)
        : base(given, failure)
    {
    }

    /// <inheritdoc/>
    public override string? Name => Resource?.Label ?? Resource?.Name;
}
