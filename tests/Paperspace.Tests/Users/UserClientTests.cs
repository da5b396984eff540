using Paperspace.Tests.Support;
using Paperspace.Tests.V1;

namespace Paperspace.Tests.Users;

/// <summary>Users are listed by both APIs: of V1 the members of the key's team.</summary>
public sealed class UserClientTests
{
    [Fact]
    public async Task V1_lists_the_members_of_the_team_with_role_and_activity()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        var (users, warnings) = await Pages.ReadAsync(client.Users.List());

        Assert.Empty(warnings);
        Assert.Equal(["owner", "member", "member"], users.Select(user => user.Role));
        Assert.All(users, user => Assert.Equal("te8fk2v0q", user.TeamId));
        Assert.Equal(
            ("ur7p0nb7n", "ada@example.com", "Ada Example", new DateTimeOffset(2026, 2, 12, 8, 59, 0, TimeSpan.Zero)),
            (users[0].Id, users[0].Email, users[0].Name, users[0].LastActive));
        Assert.Equal(("new.member@example.com", null, null), (users[2].Email, users[2].Name, users[2].DtConfirmed));
        Assert.Equal(["publicProfileImageUrl"], users[0].AdditionalData.Keys);
    }

    [Fact]
    public async Task V1_reads_all_pages_and_the_team_once()
    {
        await using var server = ScriptedServer.Replying(request => request.Path.EndsWith("/users", StringComparison.Ordinal)
            ? Reply.Json(request.QueryFields.ContainsKey("after")
                ? """{"hasMore":false,"items":[{"isAdmin":true,"user":{"id":"ub"},"someday":1}]}"""
                : """{"hasMore":true,"nextPage":"ua","items":[{"user":{"id":"ua"}}]}""")
            : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);

        var (users, _) = await Pages.ReadAsync(client.Users.List());

        Assert.Equal([("ua", null), ("ub", "admin")], users.Select(user => (user.Id, user.Role)));
        Assert.Equal(["someday"], users[1].AdditionalData.Keys);
        Assert.Single(server.Requests, request => request.Path == "/v1/auth/session");
    }

    [Fact]
    public async Task V1_without_a_team_is_an_error()
    {
        await using var server = ScriptedServer.Replying(_ => Reply.Json("""{"user":{"id":"ua"}}"""));
        using var client = TestClient.OfV1(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() => Pages.ReadAsync(client.Users.List()));

        Assert.Equal(PaperspaceErrorReason.InvalidResponse, error.Reason);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("""{"id":"ubx9ce8k","email":"ada@example.com","firstname":"Ada","lastname":"Example","teamId":"tewr3st2z"}""", null)]
    [InlineData(
        """{"id":"ubx9ce8k","email":"ada@example.com","firstName":"Ada","lastName":"Example","isAdmin":true,"isOwner":false,"teamId":"tewr3st2z"}""",
        "admin")]
    public async Task Core_lists_users_with_either_spelling_of_their_fields(string user, string? role)
    {
        await using var server = ScriptedServer.Replying(_ => Reply.Json($"[{user}]"));
        using var client = TestClient.Of(server.BaseUri);

        var (users, _) = await Pages.ReadAsync(client.Users.List());

        var read = Assert.Single(users);
        Assert.Equal(
            ("ubx9ce8k", "ada@example.com", "Ada Example", role, "tewr3st2z"),
            (read.Id, read.Email, read.Name, read.Role, read.TeamId));
        Assert.Empty(read.AdditionalData);
    }
}
