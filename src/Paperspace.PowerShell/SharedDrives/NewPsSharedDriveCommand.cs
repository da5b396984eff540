using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Creates shared drives, one for each name.</summary>
[Cmdlet(VerbsCommon.New, "PsSharedDrive", SupportsShouldProcess = true)]
[OutputType(typeof(SharedDrive))]
public sealed class NewPsSharedDriveCommand : AccountCmdlet
{
    private const string Action = "Create shared drive";

    private readonly ResourceParameter<Network, NetworkIdentity> _networks;

    /// <summary>Creates the cmdlet.</summary>
    public NewPsSharedDriveCommand()
    {
        _networks = new(this, NetworkKind.Instance, nameof(Network), nameof(NetworkId));
    }

    /// <summary>The name.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string Name { get; set; } = "";

    /// <summary>The size in GB.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [DiskSizeTransformation]
    public int? Size { get; set; }

    /// <summary>The private network whose machines reach it: its name or id, or the network itself.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NetworkIdentityTransformation(IsSingle = true)]
    [ArgumentCompleter(typeof(NetworkCompleter))]
    public NetworkIdentity? Network { get; set; }

    /// <summary>The id of that network, sent as it is.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? NetworkId { get; set; }

    /// <summary>The region: NY2, CA1, AMS1, or a full name; that of the network without it.</summary>
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

        var target = FormattableString.Invariant($"{Name} ({options.Size} GB, {Regions.FullName(options.Region!)}, network {options.NetworkId})");
        if (!ShouldProcess(target, Action)) return;
        await SubmitChangeAsync(
            Action,
            (client, change, token) => change.SendAsync(client.Now, () => client.SharedDrives.CreateAsync(options, token), drive => drive.Id),
            Name,
            Name,
            (drive, _) => WriteObject(drive),
            cancellationToken);
    }

    private async Task<SharedDriveCreateOptions> CreateOptionsAsync(CancellationToken cancellationToken)
    {
        var options = OptionBinder.Fill(new SharedDriveCreateOptions(), this, takesRow: true, nameof(Network));
        if (await _networks.FindAsync(Client, Network, cancellationToken) is { } network)
        {
            options.NetworkId = network.Id;
            if (!options.IsSet(nameof(Region))) options.Region = network.Resource?.Region;
        }

        options.Validate();
        return options;
    }
}
