using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the templates that machines can be created from: those of Paperspace, and the team's own.</summary>
[Cmdlet(VerbsCommon.Get, "PsTemplate")]
[OutputType(typeof(Template))]
public sealed class GetPsTemplateCommand : GetResourceCmdlet<Template>
{
    /// <summary>Gets or sets the labels, operating systems, names or ids, with wildcards.</summary>
    [Parameter(Position = 0)]
    [Alias("Label")]
    [SupportsWildcards]
    [NameTransformation("template's name")]
    [ArgumentCompleter(typeof(ResourceCompleter<Template, TemplateDescriptor>))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the templates to read: ids, labels, templates, or objects with an Id or TemplateId property.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TemplateId", "InputObject")]
    [Resource(typeof(TemplateDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Template, TemplateDescriptor>))]
    public ResourceIdentity<Template>[]? Id { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Template> Descriptor => TemplateDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Template>>? Identities => Id;
}
