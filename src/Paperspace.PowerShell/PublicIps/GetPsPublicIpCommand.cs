using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the static public addresses of the account.</summary>
[Cmdlet(VerbsCommon.Get, "PsPublicIp")]
[OutputType(typeof(PublicIp))]
public sealed class GetPsPublicIpCommand : GetResourceCmdlet<PublicIp>
{
    private readonly HashSet<string> _machineIds = new(StringComparer.Ordinal);
    private readonly ResourceTargets<Machine> _machines;

    /// <summary>Creates the cmdlet.</summary>
    public GetPsPublicIpCommand()
    {
        _machines = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the addresses, with wildcards, or public IPs.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [Resource(typeof(PublicIpDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<PublicIp, PublicIpDescriptor>))]
    public ResourceIdentity<PublicIp>[]? Ip { get; set; }

    /// <summary>Gets or sets the machines whose addresses to list: ids, names, names with wildcards, or machines.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <summary>Gets or sets the region, by its short or full name: addresses in any of them.</summary>
    [Parameter]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<PublicIp> Descriptor => PublicIpDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<PublicIp>>? Targets => Ip;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Machine is null) await base.ProcessAsync(cancellationToken);
        else _machineIds.UnionWith((await _machines.FindAllAsync(Client, Machine, cancellationToken)).Select(machine => machine.Id));
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        // One list has the addresses of all machines.
        if (_machineIds.Count > 0 && Ip is null) await ListAsync(List, cancellationToken);
        else if (_machineIds.Count > 0) await base.ProcessAsync(cancellationToken);
        await base.EndAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool Matches(PublicIp resource) =>
        (Region is null || Region.Any(region => Regions.AreSame(region, resource.Region)))
        && (_machineIds.Count == 0 || (resource.AssignedMachineId is { } machineId && _machineIds.Contains(machineId)));
}
