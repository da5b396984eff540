using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames the team's own templates.</summary>
[Cmdlet(VerbsCommon.Set, "PsTemplate", SupportsShouldProcess = true)]
[OutputType(typeof(Template))]
public sealed class SetPsTemplateCommand : TemplateActionCmdlet
{
    private TemplateUpdateOptions _options = new();

    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Templates.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => base.PrepareRecord() && TryPrepare(
        () =>
        {
            _options = OptionBinder.Fill(new TemplateUpdateOptions(), this, takesRow: Id.All(template => template.IsRow), nameof(Id));
            _options.Validate();
        },
        () => _options);

    /// <inheritdoc/>
    protected override Task<ResourceOperation?> SendAsync(IPaperspaceClient client, TemplateIdentity target, CancellationToken cancellationToken) =>
        CaptureRequest()(client, target, cancellationToken);

    /// <inheritdoc/>
    private protected override Func<IPaperspaceClient, TemplateIdentity, CancellationToken, Task<ResourceOperation?>> CaptureRequest()
    {
        var options = _options;
        return async (client, target, token) =>
        {
            await client.Templates.UpdateAsync(target.Id, options, token).ConfigureAwait(false);
            return null;
        };
    }
}
