namespace Paperspace.PowerShell;

/// <summary>Describes snapshots to what the cmdlets of all nouns share.</summary>
internal class SnapshotDescriptor : ResourceDescriptor<Snapshot>
{
    public static SnapshotDescriptor Instance { get; } = new();

    public override string Noun => "snapshot";

    public override string ExampleId => "slqafgu4n6gxge";

    public override IPager<Snapshot> List(IPaperspaceClient client) => client.Snapshots.List(includeDates: false);

    public override Task<Snapshot> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.Snapshots.GetAsync(id, cancellationToken);

    public override string? GetId(Snapshot resource) => resource.Id;

    public override IEnumerable<string?> GetNames(Snapshot resource) => [resource.Name];

    public override bool LooksLikeId(string text) => HasIdForm(text, "sl", 8);

    public override IEnumerable<string?> Describe(Snapshot resource) => [resource.MachineId];
}

/// <summary>Describes snapshots whose list has their dates, which cost requests.</summary>
internal sealed class DatedSnapshotDescriptor : SnapshotDescriptor
{
    public static new DatedSnapshotDescriptor Instance { get; } = new();

    public override IPager<Snapshot> List(IPaperspaceClient client) => client.Snapshots.List(includeDates: true);
}
