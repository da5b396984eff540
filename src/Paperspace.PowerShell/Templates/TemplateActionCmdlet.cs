using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on the team's own templates.</summary>
public abstract class TemplateActionCmdlet : ResourceActionCmdlet<Template, TemplateIdentity>
{
    /// <summary>Gets or sets the templates: names, with wildcards, ids, templates, or anything with an Id or TemplateId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TemplateId", "InputObject")]
    [TemplateIdentityTransformation]
    [ArgumentCompleter(typeof(CustomTemplateCompleter))]
    public TemplateIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<TemplateIdentity> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceKind<Template, TemplateIdentity>? Kind => TemplateKind.Custom;

    /// <inheritdoc/>
    protected override bool PrepareRecord()
    {
        // Nobody is asked about what cannot be done, by the API or with a template of Paperspace.
        Require(Client);
        foreach (var system in Id.Where(IsSystem)) WriteFailure(BelongsToPaperspace(system), system.Target);
        Id = [.. Id.Where(template => !IsSystem(template))];
        return Id.Length > 0;
    }

    /// <inheritdoc/>
    protected override Task<Template> ReadAsync(IPaperspaceClient client, TemplateIdentity target, CancellationToken cancellationToken) =>
        client.Templates.GetAsync(target.Id, cancellationToken);

    private static bool IsSystem(TemplateIdentity template) => template.Resource is { IsCustom: false };

    private static PaperspaceException BelongsToPaperspace(TemplateIdentity template) => PaperspaceException.InvalidRequest(
        $"Template {template} is one of Paperspace: only the team's own templates can be renamed or deleted.", nameof(Id));
}
