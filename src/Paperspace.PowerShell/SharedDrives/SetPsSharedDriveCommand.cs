using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames shared drives.</summary>
[Cmdlet(VerbsCommon.Set, "PsSharedDrive", DefaultParameterSetName = SharedDriveSet, SupportsShouldProcess = true)]
[OutputType(typeof(SharedDrive))]
public sealed class SetPsSharedDriveCommand : SharedDriveActionCmdlet
{
    private SharedDriveUpdateOptions _options = new();

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.SharedDrives.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => TryFill(_options = new SharedDriveUpdateOptions(), _options.Validate);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest()
    {
        var options = _options;
        return WithoutOperation((client, id, token) => client.SharedDrives.UpdateAsync(id, options, token));
    }
}
