using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames private networks.</summary>
[Cmdlet(VerbsCommon.Set, "PsNetwork", SupportsShouldProcess = true)]
[OutputType(typeof(Network))]
public sealed class SetPsNetworkCommand : NetworkActionCmdlet
{
    private NetworkUpdateOptions _options = new();

    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Networks.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => TryPrepare(
        () =>
        {
            _options = OptionBinder.Fill(new NetworkUpdateOptions(), this, takesRow: Id.All(network => network.IsRow), nameof(Id));
            _options.Validate();
        },
        () => _options);

    /// <inheritdoc/>
    protected override Task<ResourceOperation?> SendAsync(IPaperspaceClient client, NetworkIdentity target, CancellationToken cancellationToken) =>
        CaptureRequest()(client, target, cancellationToken);

    /// <inheritdoc/>
    private protected override Func<IPaperspaceClient, NetworkIdentity, CancellationToken, Task<ResourceOperation?>> CaptureRequest()
    {
        var options = _options;
        return async (client, target, token) =>
        {
            await client.Networks.UpdateAsync(target.Id, options, token).ConfigureAwait(false);
            return null;
        };
    }
}
