using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Renames private networks.</summary>
[Cmdlet(VerbsCommon.Set, "PsNetwork", DefaultParameterSetName = NetworkSet, SupportsShouldProcess = true)]
[OutputType(typeof(Network))]
public sealed class SetPsNetworkCommand : NetworkActionCmdlet
{
    private NetworkUpdateOptions _options = new();

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Networks.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => TryFill(_options = new NetworkUpdateOptions(), _options.Validate);

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest()
    {
        var options = _options;
        return WithoutOperation((client, id, token) => client.Networks.UpdateAsync(id, options, token));
    }
}
