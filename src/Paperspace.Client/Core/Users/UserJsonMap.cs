using Paperspace.Client.Json;

namespace Paperspace.Client.Core.Users;

/// <summary>Maps the JSON of a user.</summary>
internal static class UserJsonMap
{
    /// <summary>Gets the map. The API spells the names in lower case; recordings have them otherwise too.</summary>
    public static JsonMap<User> Map { get; } = new JsonMap<User>((it, others) => it.AdditionalData = others)
        .Text("id", (it, value) => it.Id = value ?? "")
        .Text("email", (it, value) => it.Email = value)
        .Text("firstname", (it, value) => it.FirstName = value)
        .Text("lastname", (it, value) => it.LastName = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value)
        .SharedText("teamId", (it, value) => it.TeamId = value)
        .Boolean("isAdmin", (it, value) => it.IsAdmin = value)
        .Boolean("isOwner", (it, value) => it.IsOwner = value)
        .Text("firstName", (it, value) => it.FirstName = value)
        .Text("lastName", (it, value) => it.LastName = value);
}
