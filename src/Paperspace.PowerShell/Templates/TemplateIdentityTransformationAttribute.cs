namespace Paperspace.PowerShell;

/// <summary>Transforms what is given for a template into its identity.</summary>
public sealed class TemplateIdentityTransformationAttribute : ResourceIdentityTransformationAttribute
{
    /// <summary>Creates the attribute.</summary>
    public TemplateIdentityTransformationAttribute()
        : base(typeof(Template), "template", "t0nspur5", "TemplateId", "Id")
    {
    }

    /// <inheritdoc/>
    protected override object? FromResource(object value) => value switch
    {
        TemplateIdentity identity => identity,
        Template template => new TemplateIdentity(template),
        _ => null,
    };

    /// <inheritdoc/>
    protected override object FromId(string id) => new TemplateIdentity(id);

    /// <inheritdoc/>
    protected override object FromRow(string id) => new TemplateIdentity(id) { IsRow = true };

    /// <inheritdoc/>
    protected override object? FromFailure(string given, PaperspaceException failure) => new TemplateIdentity(given, failure);

    /// <inheritdoc/>
    protected override Array ToArray(IReadOnlyList<object> identities) => identities.Cast<TemplateIdentity>().ToArray();
}
