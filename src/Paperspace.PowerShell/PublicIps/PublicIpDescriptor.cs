namespace Paperspace.PowerShell;

/// <summary>Describes public addresses to what the cmdlets of all nouns share. The address is the id.</summary>
internal sealed class PublicIpDescriptor : ResourceDescriptor<PublicIp>
{
    public static PublicIpDescriptor Instance { get; } = new();

    public override string Noun => "public IP";

    public override string ExampleId => "203.0.113.7";

    public override IReadOnlyList<string> IdProperties => ["Ip"];

    public override IPager<PublicIp> List(IPaperspaceClient client) => client.PublicIps.List();

    public override Task<PublicIp> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.PublicIps.GetAsync(id, cancellationToken);

    public override string? GetId(PublicIp resource) => resource.Ip;

    public override string RequireId(string? id) => IpAddressText.Require(id, "ip");

    public override IEnumerable<string?> GetNames(PublicIp resource) => [];

    public override string? GetDisplayName(PublicIp resource) => resource.AssignedMachineId;

    public override bool LooksLikeId(string text) => IpAddressText.IsAddress(text);

    public override IEnumerable<string?> Describe(PublicIp resource) =>
        [Regions.ShortName(resource.Region), resource.AssignedMachineId ?? "no machine"];
}
