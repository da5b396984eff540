namespace Paperspace.Client;

/// <summary>Implements the client for users of the V1 API: the members of the key's team.</summary>
internal sealed class V1UserClient : IUserClient
{
    private static readonly V1Pages<V1MemberJson> Pages = new(V1MemberJson.Map);

    private readonly ApiConnection _connection;
    private readonly IAccountClient _account;
    private readonly JsonContext _json;

    public V1UserClient(ApiConnection connection, IAccountClient account)
    {
        _connection = connection;
        _json = new JsonContext(connection.Time);
        _account = account;
    }

    public IPager<User> List() => new CursorPager<User>(ReadPageAsync, user => user.Id, V1Protocol.PageSize);

    private async Task<CursorPage<User>> ReadPageAsync(CursorPageRequest request, CancellationToken cancellationToken)
    {
        var session = await _account.GetSessionAsync(cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(session.TeamId))
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidResponse,
                $"The {V1Protocol.ApiName} API did not return the key's team, so its users cannot be listed.");
        var team = session.TeamId!;
        var page = await Pages.ReadAsync(
            _connection,
            _json,
            $"teams/{Uri.EscapeDataString(team)}/users",
            [new("orderBy", "dtConfirmed")],
            request,
            PaperspaceErrorReason.NotFound,
            cancellationToken).ConfigureAwait(false);
        return new CursorPage<User>
        {
            HasMore = page.HasMore,
            NextPage = page.NextPage,
            Items = page.Items!.ConvertAll(member => member.ToUser(team)),
            Unreadable = page.Unreadable,
        };
    }
}
