using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Creates shared drives, one for each name.</summary>
[Cmdlet(VerbsCommon.New, "PsSharedDrive", SupportsShouldProcess = true)]
[OutputType(typeof(SharedDrive))]
public sealed class NewPsSharedDriveCommand : AccountCmdlet
{
    private const string Action = "Create shared drive";

    private readonly ResourceParameter<Network> _networks;

    /// <summary>Creates the cmdlet.</summary>
    public NewPsSharedDriveCommand()
    {
        _networks = new(this, NetworkDescriptor.Instance, nameof(Network));
    }

    /// <summary>Gets or sets what is piped: names, rows whose columns are settings, or the network for the drive that -Name
    /// names.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets the name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Name { get; set; } = "";

    /// <summary>Gets or sets the size in GB.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [DiskSizeTransformation]
    [ArgumentCompleter(typeof(DiskSizeCompleter))]
    public int? Size { get; set; }

    /// <summary>Gets or sets the private network whose machines reach it: its name or id, or the network itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Resource(typeof(NetworkDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>? Network { get; set; }

    /// <summary>Gets or sets the id of that network, sent as it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ResourceId(typeof(NetworkDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Network, NetworkDescriptor>))]
    public string? NetworkId { get; set; }

    /// <summary>Gets or sets the region: NY2, CA1, AMS1, or a full name; that of the network without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.SharedDrives.Require(ResourceAction.Create);
        SharedDriveCreateOptions options;
        try
        {
            options = await CreateOptionsAsync(cancellationToken);
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, Name);
            return;
        }

        var target = FormattableString.Invariant(
            $"{Name} ({options.Size} GB, {Regions.FullName(options.Region!)}, network {options.NetworkId})");
        if (!ShouldProcess(target, Action)) return;
        await SubmitChangeAsync(
            Action,
            (client, change, token) =>
                change.SendAsync(client.Now, () => client.SharedDrives.CreateAsync(options, token), drive => drive.Id),
            Name,
            Name,
            (drive, _) => WriteObject(drive),
            cancellationToken);
    }

    private async Task<SharedDriveCreateOptions> CreateOptionsAsync(CancellationToken cancellationToken)
    {
        var takesRow = !TakePiped();
        var options = OptionBinder.Fill(new SharedDriveCreateOptions(), this, takesRow);
        if (await _networks.FindAsync(Client, Network, takesRow, cancellationToken) is { } network)
        {
            options.NetworkId = network.Id;
            if (!options.IsSet(nameof(Region))) options.Region = network.Resource?.Region;
        }

        options.Validate();
        return options;
    }

    /// <summary>Takes a network of the pipeline.</summary>
    /// <returns>Whether one was piped, whose properties are its own and no settings of a drive.</returns>
    /// <exception cref="PaperspaceException">The network was given beside it, the drive has no name, or another resource was
    /// piped.</exception>
    private bool TakePiped()
    {
        if (PipedResource.Find(InputObject) is not { } piped) return false;
        piped.RequireOwnName(this, nameof(Name));
        Network = piped.Take(this, Network, nameof(Network), NetworkDescriptor.Instance);
        piped.RequireTaken("a name, a row or a network");
        return true;
    }
}
