namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a template into its identity.</summary>
public sealed class TemplateIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    private static readonly ResourceIdentityFactory<Template, TemplateIdentity> Factory = new(
        resource => new TemplateIdentity(resource),
        (text, isRow) => new TemplateIdentity(text) { IsRow = isRow },
        (given, failure) => new TemplateIdentity(given, failure));

    /// <summary>Creates the attribute.</summary>
    public TemplateIdentityTransformationAttribute()
        : base(Factory, "template", "t0nspur5", "TemplateId", "Id")
    {
    }
}
