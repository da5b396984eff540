namespace Paperspace.PowerShell;

/// <summary>Describes users to what the cmdlets of all nouns share.</summary>
internal sealed class UserDescriptor : ResourceDescriptor<User>
{
    public static UserDescriptor Instance { get; } = new();

    public override string Noun => "user";

    public override string ExampleId => "u3z4be26";

    public override IPager<User> List(IPaperspaceClient client) => client.Users.List();

    /// <remarks>Neither API reads a single user.</remarks>
    public override async Task<User> ReadAsync(IPaperspaceClient client, string id, CancellationToken cancellationToken)
    {
        var users = await List(client).ReadAllAsync(cancellationToken).ConfigureAwait(false);
        return users.FirstOrDefault(user => user.Id == id) ?? throw NotFound(users, id);
    }

    public override string? GetId(User resource) => resource.Id;

    public override IEnumerable<string?> GetNames(User resource) => [resource.Email, resource.Name];

    public override bool LooksLikeId(string text) => HasIdForm(text, "u", 7);

    public override IEnumerable<string?> Describe(User resource) => [resource.Email is null ? null : resource.Name, resource.Role];
}
