using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Deletes the team's own templates.</summary>
[Cmdlet(VerbsCommon.Remove, "PsTemplate", DefaultParameterSetName = TemplateSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Template))]
public sealed class RemovePsTemplateCommand : TemplateActionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Delete template";

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Templates.Require(ResourceAction.Delete);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() =>
        WithoutOperation((client, id, token) => client.Templates.DeleteAsync(id, token));
}
