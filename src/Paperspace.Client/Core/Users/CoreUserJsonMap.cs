namespace Paperspace.Client;

internal static class CoreUserJsonMap
{
    /// <summary>Gets the map. The API spells names in lower case; recordings also contain camel case.</summary>
    public static JsonMap<User> Map { get; } = new JsonMap<User>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("email", (it, value) => it.Email = value)
        .String("firstname", (it, value) => it.FirstName = value)
        .String("lastname", (it, value) => it.LastName = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .InternedString("teamId", (it, value) => it.TeamId = value)
        .Boolean("isAdmin", (it, value) => it.IsAdmin = value)
        .Boolean("isOwner", (it, value) => it.IsOwner = value)
        .String("firstName", (it, value) => it.FirstName = value)
        .String("lastName", (it, value) => it.LastName = value);
}
