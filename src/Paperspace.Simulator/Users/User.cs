namespace Paperspace.Simulator;

/// <summary>A user of the team.</summary>
internal sealed record User(string Id, string Email, string FirstName, string LastName, string TeamId, DateTimeOffset CreatedAt)
{
    public bool IsOwner { get; init; }

    // The API spells the names in lower case here, and only here.
    public static FieldSet<User> Fields { get; } = new(
        Field<User>.Text("id", user => user.Id),
        Field<User>.Text("email", user => user.Email),
        Field<User>.Text("firstname", user => user.FirstName),
        Field<User>.Text("lastname", user => user.LastName),
        Field<User>.Date("dtCreated", user => WireDate.Text(user.CreatedAt)),
        Field<User>.Text("teamId", user => user.TeamId),
        Field<User>.Literal("isAdmin", user => user.IsOwner ? "true" : "false").Unfiltered(),
        Field<User>.Literal("isOwner", user => user.IsOwner ? "true" : "false").Unfiltered());
}
