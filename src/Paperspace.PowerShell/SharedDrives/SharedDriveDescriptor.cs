namespace Paperspace.PowerShell;

/// <summary>Describes shared drives to what the cmdlets of all nouns share.</summary>
internal sealed class SharedDriveDescriptor : ResourceDescriptor<SharedDrive>
{
    public static SharedDriveDescriptor Instance { get; } = new();

    public override string Noun => "shared drive";

    public override string ExampleId => "RJFHxSmO7U03";

    public override IPager<SharedDrive> List(IPaperspaceClient client) => client.SharedDrives.List();

    public override Task<SharedDrive> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.SharedDrives.GetAsync(id, cancellationToken);

    public override string? GetId(SharedDrive resource) => resource.Id;

    public override IEnumerable<string?> GetNames(SharedDrive resource) => [resource.Name];

    public override bool LooksLikeId(string text) => text.Length == 12 && text.All(char.IsLetterOrDigit) && text.Any(char.IsDigit) && text.Any(char.IsUpper);

    public override IEnumerable<string?> Describe(SharedDrive resource) => [Regions.ShortName(resource.Region)];
}
