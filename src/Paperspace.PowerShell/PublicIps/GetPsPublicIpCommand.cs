using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the static public addresses of the account.</summary>
[Cmdlet(VerbsCommon.Get, "PsPublicIp")]
[OutputType(typeof(PublicIp))]
public sealed class GetPsPublicIpCommand : GetResourceCmdlet<PublicIp>
{
    private readonly HashSet<string> _machineIds = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the addresses, with wildcards.</summary>
    [Parameter(Position = 0)]
    [SupportsWildcards]
    [NameTransformation("public IP")]
    [ArgumentCompleter(typeof(ResourceCompleter<PublicIp, PublicIpDescriptor>))]
    public string[]? Ip { get; set; }

    /// <summary>Gets or sets the machines: addresses that any of them has.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[]? Machine { get; set; }

    /// <summary>Gets or sets the region, by its short or full name: addresses in any of them.</summary>
    [Parameter]
    [NameTransformation("region")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string[]? Region { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<PublicIp> Descriptor => PublicIpDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<string>? Names => Ip;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<PublicIp>>? Identities => null;

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (Machine is null) return base.ProcessAsync(cancellationToken);
        _machineIds.UnionWith(Machine.Select(machine => machine.Id));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        // One list has the addresses of all machines.
        if (_machineIds.Count > 0) await ListAsync(List, cancellationToken);
        await base.EndAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override bool Matches(PublicIp resource) =>
        (Region is null || Region.Any(region => Regions.FullName(region).EqualsIgnoreCase(resource.Region ?? "")))
        && (_machineIds.Count == 0 || (resource.AssignedMachineId is { } machineId && _machineIds.Contains(machineId)));
}
