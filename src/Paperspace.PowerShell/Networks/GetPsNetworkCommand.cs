using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the networks that machines can be on.</summary>
[Cmdlet(VerbsCommon.Get, "PsNetwork")]
[OutputType(typeof(Network))]
public sealed class GetPsNetworkCommand : GetResourceCmdlet<Network>
{
    /// <summary>Gets or sets the names or ids, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [NameTransformation("network's name")]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public string[]? Name { get; set; }

    /// <summary>Gets or sets the networks to read: ids, names, networks, or objects with a NetworkId property such as machines.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("NetworkId", "InputObject")]
    [Resource(typeof(NetworkDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Network, NetworkDescriptor>))]
    public ResourceIdentity<Network>[]? Id { get; set; }

    /// <summary>Gets or sets the region, by its short or full name: networks in any of them.</summary>
    [Parameter]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Network> Descriptor => NetworkDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Name;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Network>>? Identities => Id;

    /// <inheritdoc/>
    /// <remarks>The API says the same of a default network and of one that there never was; only a machine's is known to be
    /// there.</remarks>
    protected override bool Exists(Network resource) => resource.IsDefault != true || !IsGiven(nameof(Id));

    /// <inheritdoc/>
    protected override bool Matches(Network resource) =>
        Region is null || Region.Any(region => Regions.FullName(region).EqualsIgnoreCase(resource.Region ?? ""));
}
