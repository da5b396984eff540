using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on the team's own templates.</summary>
public abstract class TemplateActionCmdlet : ResourceActionCmdlet<Template>
{
    private protected const string TemplateSet = "Template";
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets the templates: ids, names, names with wildcards, or templates.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = TemplateSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(CustomTemplateDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Template, CustomTemplateDescriptor>))]
    public ResourceIdentity<Template>[] Template { get; set; } = [];

    /// <summary>Gets or sets the ids of templates.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("TemplateId")]
    [Resource(typeof(CustomTemplateDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Template, CustomTemplateDescriptor>))]
    public ResourceIdentity<Template>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Template>> Targets => ParameterSetName == IdSet ? Id : Template;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Template> Descriptor => CustomTemplateDescriptor.Instance;

    /// <inheritdoc/>
    protected override bool PrepareRecord()
    {
        // Nobody is asked about what cannot be done, by the API or with a template of Paperspace.
        Require(Client);
        foreach (var system in Targets.Where(IsSystem)) WriteFailure(BelongsToPaperspace(system), system.Target);
        Template = [.. Template.Where(template => !IsSystem(template))];
        return Targets.Count > 0;
    }

    private static bool IsSystem(ResourceIdentity<Template> template) => template.Resource is { IsCustom: false };

    private static PaperspaceException BelongsToPaperspace(ResourceIdentity<Template> template) => PaperspaceException.InvalidRequest(
        $"Template {template} is one of Paperspace: only the team's own templates can be renamed or deleted.", nameof(Template));
}
