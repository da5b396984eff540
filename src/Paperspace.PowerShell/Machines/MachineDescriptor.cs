namespace Paperspace.PowerShell;

/// <summary>Describes machines to what the cmdlets of all nouns share.</summary>
internal sealed class MachineDescriptor : ResourceDescriptor<Machine>
{
    public static MachineDescriptor Instance { get; } = new();

    public override string Noun => "machine";

    public override string ExampleId => "psec02yp2";

    public override PaperspaceErrorReason NotFoundReason => PaperspaceErrorReason.MachineNotFound;

    public override IPager<Machine> List(IPaperspaceClient client) => client.Machines.List();

    public override Task<Machine> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.Machines.GetAsync(id, cancellationToken);

    public override string? GetId(Machine resource) => resource.Id;

    public override IEnumerable<string?> GetNames(Machine resource) => [resource.Name];

    public override IEnumerable<string?> Describe(Machine resource) =>
        [resource.State, resource.MachineType, Regions.ShortName(resource.Region)];

    public override string? GetState(Machine resource) => resource.State;

    public override bool LooksLikeId(string text) => HasIdForm(text, "ps", 3, hasDigit: false);

    public override string? FindHint(IReadOnlyCollection<Machine> resources, string text) =>
        resources.FirstOrDefault(machine => machine.PublicIpAddress == text || machine.PrivateIpAddress == text) is { } machine
            ? $"It is the address of machine {Summarize(machine)}."
            : null;
}
