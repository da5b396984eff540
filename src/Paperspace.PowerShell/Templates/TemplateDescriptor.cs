namespace Paperspace.PowerShell;

/// <summary>Describes templates to what the cmdlets of all nouns share.</summary>
internal class TemplateDescriptor : ResourceDescriptor<Template>
{
    public static TemplateDescriptor Instance { get; } = new();

    public override string Noun => "template";

    public override string ExampleId => "t0nspur5";

    public override IPager<Template> List(IPaperspaceClient client) => client.Templates.List(false);

    public override Task<Template> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.Templates.GetAsync(id, cancellationToken);

    public override bool IsNotFound(PaperspaceException failure) =>
        base.IsNotFound(failure) || failure.Reason == PaperspaceErrorReason.TemplateNotFound;

    public override string? GetId(Template resource) => resource.Id;

    /// <remarks>People know the label; the name is that of an image, and changes with it.</remarks>
    public override IEnumerable<string?> GetNames(Template resource) => [resource.Label, resource.Os, resource.Name];

    protected override string NameKind => "label";

    protected override string UniqueKind => "name or id";

    public override string? GetDisplayName(Template resource) => resource.Label ?? resource.Name;

    public override bool LooksLikeId(string text) => HasIdForm(text, "t", 7);

    public override IEnumerable<string?> Describe(Template resource)
    {
        var name = resource.Label ?? resource.Os;
        return
        [
            resource.Os == name ? null : resource.Os,
            resource.Name == name ? null : resource.Name,
            resource.DefaultSizeGb is { } size ? FormattableString.Invariant($"{size} GB") : null,
            Regions.ShortName(resource.Region),
        ];
    }
}

/// <summary>Describes the team's own templates: only they can be changed.</summary>
internal sealed class CustomTemplateDescriptor : TemplateDescriptor
{
    public static new CustomTemplateDescriptor Instance { get; } = new();

    public override string Noun => "template of the team";

    public override bool IsSubset => true;

    public override IPager<Template> List(IPaperspaceClient client) => client.Templates.List(true);
}
