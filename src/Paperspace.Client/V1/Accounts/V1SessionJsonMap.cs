namespace Paperspace.Client;

internal static class V1SessionJsonMap
{
    private static readonly JsonMap<V1SessionPartJson> Team = new JsonMap<V1SessionPartJson>((_, _) => { })
        .String("id", (it, value) => it.Id = value)
        .String("namespace", (it, value) => it.Name = value);

    private static readonly JsonMap<V1SessionPartJson> User = new JsonMap<V1SessionPartJson>((_, _) => { })
        .String("id", (it, value) => it.Id = value)
        .String("email", (it, value) => it.Name = value);

    public static JsonMap<V1SessionJson> Map { get; } = new JsonMap<V1SessionJson>((_, _) => { })
        .Object("team", Team, (it, value) => it.Team = value)
        .Object("user", User, (it, value) => it.User = value);
}
