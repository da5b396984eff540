namespace Paperspace.PowerShell;

/// <summary>Describes scripts to what the cmdlets of all nouns share.</summary>
internal sealed class ScriptDescriptor : ResourceDescriptor<Script>
{
    public static ScriptDescriptor Instance { get; } = new();

    public override string Noun => "script";

    public override string ExampleId => "sc123abc";

    public override IPager<Script> List(IPaperspaceClient client) => client.Scripts.List();

    public override Task<Script> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken) =>
        client.Scripts.GetAsync(id, cancellationToken);

    public override string? GetId(Script resource) => resource.Id;

    public override IEnumerable<string?> GetNames(Script resource) => [resource.Name];

    public override bool LooksLikeId(string text) => HasIdForm(text, "sc", 8);

    public override IEnumerable<string?> Describe(Script resource) => [resource.Description];
}
