using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the templates that machines can be created from: those of Paperspace, and the team's own.</summary>
[Cmdlet(VerbsCommon.Get, "PsTemplate", DefaultParameterSetName = TemplateSet)]
[OutputType(typeof(Template))]
public sealed class GetPsTemplateCommand : GetResourceCmdlet<Template>
{
    private const string TemplateSet = "Template";
    private const string IdSet = "Id";

    /// <summary>Gets or sets the templates: ids, names, names with wildcards, or templates.</summary>
    [Parameter(Position = 0, ParameterSetName = TemplateSet, ValueFromPipeline = true)]
    [Alias("Name", "Label", "InputObject")]
    [SupportsWildcards]
    [Resource(typeof(TemplateDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Template, TemplateDescriptor>))]
    public ResourceIdentity<Template>[]? Template { get; set; }

    /// <summary>Gets or sets the ids of templates.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("TemplateId")]
    [Resource(typeof(TemplateDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Template, TemplateDescriptor>))]
    public ResourceIdentity<Template>[]? Id { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Template> Descriptor => TemplateDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Template>>? Targets => ParameterSetName == IdSet ? Id : Template;
}
