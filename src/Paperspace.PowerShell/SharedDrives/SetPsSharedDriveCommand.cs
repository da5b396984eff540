using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames shared drives.</summary>
[Cmdlet(VerbsCommon.Set, "PsSharedDrive", SupportsShouldProcess = true)]
[OutputType(typeof(SharedDrive))]
public sealed class SetPsSharedDriveCommand : SharedDriveActionCmdlet
{
    private SharedDriveUpdateOptions _options = new();

    /// <summary>The new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.SharedDrives.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => TryPrepare(
        () =>
        {
            _options = OptionBinder.Fill(new SharedDriveUpdateOptions(), this, takesRow: Id.All(drive => drive.IsRow), nameof(Id));
            _options.Validate();
        },
        () => _options);

    /// <inheritdoc/>
    protected override Task<ResourceOperation?> SendAsync(IPaperspaceClient client, SharedDriveIdentity target, CancellationToken cancellationToken) =>
        CaptureRequest()(client, target, cancellationToken);

    /// <inheritdoc/>
    private protected override Func<IPaperspaceClient, SharedDriveIdentity, CancellationToken, Task<ResourceOperation?>> CaptureRequest()
    {
        var options = _options;
        return async (client, target, token) =>
        {
            await client.SharedDrives.UpdateAsync(target.Id, options, token).ConfigureAwait(false);
            return null;
        };
    }
}
