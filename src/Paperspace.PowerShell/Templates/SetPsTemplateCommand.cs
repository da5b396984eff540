using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames the team's own templates.</summary>
[Cmdlet(VerbsCommon.Set, "PsTemplate", DefaultParameterSetName = TemplateSet, SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class SetPsTemplateCommand : TemplateActionCmdlet
{
    private TemplateUpdateOptions _options = new();

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Templates.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => base.PrepareRecord() && TryFill(_options = new TemplateUpdateOptions(), _options.Validate);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest()
    {
        var options = _options;
        return WithoutOperation((client, id, token) => client.Templates.UpdateAsync(id, options, token));
    }
}
