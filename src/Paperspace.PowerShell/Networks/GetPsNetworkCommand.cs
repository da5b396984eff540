using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the networks that machines can be on.</summary>
[Cmdlet(VerbsCommon.Get, "PsNetwork", DefaultParameterSetName = NetworkSet)]
[OutputType(typeof(Network))]
public sealed class GetPsNetworkCommand : GetResourceCmdlet<Network>
{
    private const string NetworkSet = "Network";
    private const string IdSet = "Id";

    private bool _hasMatchedRegion;

    /// <summary>Gets or sets the networks: ids, names, names with wildcards, or networks.</summary>
    [Parameter(Position = 0, ParameterSetName = NetworkSet, ValueFromPipeline = true)]
    [Alias("Name", "InputObject")]
    [SupportsWildcards]
    [Resource(typeof(NetworkDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>[]? Network { get; set; }

    /// <summary>Gets or sets the ids of networks.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkId")]
    [Resource(typeof(NetworkDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>[]? Id { get; set; }

    /// <summary>Gets or sets the region, by its short or full name: networks in any of them.</summary>
    [Parameter]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Network> Descriptor => NetworkDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Network>>? Targets => ParameterSetName == IdSet ? Id : Network;

    /// <inheritdoc/>
    /// <remarks>The API says the same of a default network and of one that there never was; only a machine's is known to be
    /// there.</remarks>
    protected override bool Exists(Network resource) => resource.IsDefault != true || !(IsGiven(nameof(Id)) || IsGiven(nameof(Network)));

    /// <inheritdoc/>
    protected override IPager<Network> List(IPaperspaceClient client) => client.Networks.List(includeDefault: true);

    /// <inheritdoc/>
    protected override bool Matches(Network resource)
    {
        var isMatch = Region is null || Region.Any(region => Regions.AreSame(region, resource.Region));
        _hasMatchedRegion |= isMatch;
        return isMatch;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (Region is null || _hasMatchedRegion) return;
        foreach (var region in Region.Where(region => !Regions.Known.Contains(Regions.FullName(region), StringComparer.OrdinalIgnoreCase)))
            WriteWarning(
                "No network matched. "
                    + SimilarNames.DescribeUnknown(region, "region", [.. Regions.Known.Select(known => Regions.Normalize(known)!)]));
    }
}
