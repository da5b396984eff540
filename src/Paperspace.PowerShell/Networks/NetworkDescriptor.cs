namespace Paperspace.PowerShell;

/// <summary>Describes networks to what the cmdlets of all nouns share.</summary>
internal sealed class NetworkDescriptor : ResourceDescriptor<Network>
{
    public static NetworkDescriptor Instance { get; } = new();

    public override string Noun => "network";

    public override string ExampleId => "nwhoe4ox";

    public override IPager<Network> List(IPaperspaceClient client) => client.Networks.List();

    public override Task<Network> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.Networks.GetAsync(id, cancellationToken);

    public override string? GetId(Network resource) => resource.Id;

    public override IEnumerable<string?> GetNames(Network resource) => [resource.Name];

    public override bool LooksLikeId(string text) => HasIdForm(text, "n", 7);

    public override IEnumerable<string?> Describe(Network resource) => [Regions.ShortName(resource.Region)];
}
