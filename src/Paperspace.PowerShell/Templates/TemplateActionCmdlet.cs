using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on the team's own templates.</summary>
public abstract class TemplateActionCmdlet : ResourceActionCmdlet<Template>
{
    /// <summary>Gets or sets the templates: names, with wildcards, ids, templates, or anything with an Id or TemplateId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TemplateId", "InputObject")]
    [Resource(typeof(TemplateDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Template, CustomTemplateDescriptor>))]
    public ResourceIdentity<Template>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Template>> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Template> Descriptor => CustomTemplateDescriptor.Instance;

    /// <inheritdoc/>
    protected override bool PrepareRecord()
    {
        // Nobody is asked about what cannot be done, by the API or with a template of Paperspace.
        Require(Client);
        foreach (var system in Id.Where(IsSystem)) WriteFailure(BelongsToPaperspace(system), system.Target);
        Id = [.. Id.Where(template => !IsSystem(template))];
        return Id.Length > 0;
    }

    private static bool IsSystem(ResourceIdentity<Template> template) => template.Resource is { IsCustom: false };

    private static PaperspaceException BelongsToPaperspace(ResourceIdentity<Template> template) => PaperspaceException.InvalidRequest(
        $"Template {template} is one of Paperspace: only the team's own templates can be renamed or deleted.", nameof(Id));
}
