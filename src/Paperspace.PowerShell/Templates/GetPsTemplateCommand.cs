using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the templates that machines can be created from: those of Paperspace, and the team's own.</summary>
[Cmdlet(VerbsCommon.Get, "PsTemplate")]
[OutputType(typeof(Template))]
public sealed class GetPsTemplateCommand : GetResourceCmdlet<Template, TemplateIdentity>
{
    /// <summary>Gets or sets the labels, operating systems, names or ids, with wildcards.</summary>
    [Parameter(Position = 0)]
    [Alias("Label")]
    [SupportsWildcards]
    [NameTransformation("template's name")]
    [ArgumentCompleter(typeof(TemplateCompleter))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the templates to read: ids, labels, templates, or objects with an Id or TemplateId property.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("TemplateId", "InputObject")]
    [TemplateIdentityTransformation]
    [ArgumentCompleter(typeof(TemplateIdCompleter))]
    public TemplateIdentity[]? Id { get; set; }

    /// <inheritdoc/>
    private protected override ResourceKind<Template, TemplateIdentity> Kind => TemplateKind.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<TemplateIdentity>? Identities => Id;

    /// <inheritdoc/>
    protected override Task<Template> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.Templates.GetAsync(id, cancellationToken);
}
