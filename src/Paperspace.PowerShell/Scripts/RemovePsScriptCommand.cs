using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Deletes scripts.</summary>
[Cmdlet(VerbsCommon.Remove, "PsScript", DefaultParameterSetName = ScriptSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(Script))]
public sealed class RemovePsScriptCommand : ScriptActionCmdlet
{
    /// <inheritdoc/>
    protected override string ActionText => "Delete script; machines that it is assigned to no longer run a script";

    /// <inheritdoc/>
    protected override bool ReadsBefore => true;

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Scripts.Require(ResourceAction.Delete);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() =>
        WithoutOperation((client, id, token) => client.Scripts.DeleteAsync(id, token));
}
