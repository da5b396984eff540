namespace Paperspace.Client;

/// <summary>Represents a member of a team in the V1 API: the membership with the user.</summary>
internal sealed class V1MemberJson
{
    private static readonly JsonMap<User> UserMap = new JsonMap<User>((it, others) => it.AdditionalData = others)
        .String("id", (it, value) => it.Id = value ?? "")
        .String("email", (it, value) => it.Email = value)
        .String("firstName", (it, value) => it.FirstName = value)
        .String("lastName", (it, value) => it.LastName = value)
        .Time("lastActive", (it, value) => it.LastActive = value)
        .Time("dtCreated", (it, value) => it.DtCreated = value);

    private IReadOnlyDictionary<string, object?> _others = AdditionalData.None;

    public static JsonMap<V1MemberJson> Map { get; } = new JsonMap<V1MemberJson>((it, others) => it._others = others)
        .Boolean("isAdmin", (it, value) => it.IsAdmin = value)
        .Boolean("isOwner", (it, value) => it.IsOwner = value)
        .Time("dtConfirmed", (it, value) => it.DtConfirmed = value)
        .Object("user", UserMap, (it, value) => it.User = value ?? it.User);

    public User User { get; set; } = new();

    public bool? IsAdmin { get; set; }

    public bool? IsOwner { get; set; }

    public DateTimeOffset? DtConfirmed { get; set; }

    public User ToUser(string teamId)
    {
        (User.IsAdmin, User.IsOwner, User.DtConfirmed, User.TeamId) = (IsAdmin, IsOwner, DtConfirmed, teamId);
        if (_others.Count > 0)
            User.AdditionalData = User.AdditionalData
                .Concat(_others.Where(field => !User.AdditionalData.ContainsKey(field.Key)))
                .ToDictionary(field => field.Key, field => field.Value, StringComparer.Ordinal);
        return User;
    }
}
