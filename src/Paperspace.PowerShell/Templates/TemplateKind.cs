namespace Paperspace.PowerShell;

/// <summary>Describes templates to what cmdlets of all kinds share.</summary>
internal static class TemplateKind
{
    /// <summary>Gets the description of all templates.</summary>
    public static ResourceKind<Template, TemplateIdentity> Instance { get; } = Create("template", isCustom: false);

    /// <summary>Gets the description of the team's own templates, which alone can be changed.</summary>
    public static ResourceKind<Template, TemplateIdentity> Custom { get; } = Create("template of the team", isCustom: true);

    private static ResourceKind<Template, TemplateIdentity> Create(string noun, bool isCustom) => new()
    {
        Noun = noun,
        List = client => client.Templates.List(isCustom),
        Identify = template => new TemplateIdentity(template),
        // The label is what people know it by; the name is that of an image, and changes with it.
        GetNames = template => [template.Label, template.Os, template.Name],
        Describe = Describe,
    };

    private static string Describe(Template template)
    {
        var name = template.Label ?? template.Os;
        return string.Join(", ", new[]
        {
            template.Os == name ? null : template.Os,
            template.Name == name ? null : template.Name,
            template.DefaultSizeGb is { } size ? FormattableString.Invariant($"{size} GB") : null,
            Regions.ShortName(template.Region),
        }.Where(part => !string.IsNullOrWhiteSpace(part)));
    }
}
