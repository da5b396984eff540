using Paperspace.Client.Json;

namespace Paperspace.Client.V1.Accounts;

/// <summary>Maps the JSON of a session.</summary>
internal static class SessionJsonMap
{
    private static readonly JsonMap<SessionPartJson> Team = new JsonMap<SessionPartJson>((_, _) => { })
        .Text("id", (it, value) => it.Id = value)
        .Text("namespace", (it, value) => it.Name = value);

    private static readonly JsonMap<SessionPartJson> User = new JsonMap<SessionPartJson>((_, _) => { })
        .Text("id", (it, value) => it.Id = value)
        .Text("email", (it, value) => it.Name = value);

    /// <summary>Gets the map.</summary>
    public static JsonMap<SessionJson> Map { get; } = new JsonMap<SessionJson>((_, _) => { })
        .Object("team", Team, (it, value) => it.Team = value)
        .Object("user", User, (it, value) => it.User = value);
}
