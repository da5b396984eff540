namespace Paperspace.Simulator.Tests.V1;

public sealed class TeamTests
{
    private readonly V1Simulator _v1 = new();

    [Theory]
    [InlineData("", 3)]
    [InlineData("?role=owner", 1)]
    [InlineData("?role=admin", 0)]
    [InlineData("?role=member", 2)]
    public void Users_are_listed_by_their_role(string query, int count)
    {
        Assert.Equal(count, _v1.Items($"{Users}{query}").Count);
        Assert.Equal(count, _v1.Items($"/teams/{_v1.Paperspace.Options.TeamNamespace}/users{query}").Count);
    }

    [Fact]
    public void A_user_becomes_an_administrator_and_leaves()
    {
        Assert.True((bool)_v1.Put($"{Users}/u3z4be26", new() { ["isAdmin"] = "true" }).Json["isAdmin"]!);
        Assert.Single(_v1.Items($"{Users}?role=admin"));
        Assert.NotNull(_v1.Delete($"{Users}/u3z4be26").Json["dtDeleted"]);
        Assert.Equal(2, _v1.Items(Users).Count);
        Assert.Equal(404, _v1.Delete($"{Users}/u3z4be26").Status);
    }

    [Fact]
    public void Invalid_team_changes_are_rejected()
    {
        Assert.Equal(404, _v1.Get("/teams/tenowhere/users").Status);
        Assert.Equal(400, _v1.Get($"{Users}?role=guest").Status);
        Assert.Equal(400, _v1.Put($"{Users}/u3z4be26", []).Status);
        Assert.Equal(403, _v1.Delete($"{Users}/{_v1.Paperspace.Options.UserId}").Status);
    }

    [Fact]
    public void Access_is_granted_to_members_of_the_team_only_and_revoked()
    {
        var id = _v1.CreateMachine();
        Assert.Equal(404, _v1.Post($"/machines/{id}/accessors", new() { ["userId"] = "unowhere" }).Status);
        Assert.Equal(400, _v1.Post($"/machines/{id}/accessors").Status);
        _v1.Post($"/machines/{id}/accessors", new() { ["userId"] = "urtidqej" });

        Assert.Equal("bob@example.com", (string)_v1.Get($"/machines/{id}/accessors/urtidqej").Json["user"]!["email"]!);
        Assert.Equal(["urtidqej"], _v1.Paperspace.AccessorsOf(id));
        Assert.NotNull(_v1.Delete($"/machines/{id}/accessors/urtidqej").Json["dtDeleted"]);
        Assert.Equal(404, _v1.Get($"/machines/{id}/accessors/urtidqej").Status);
        Assert.Empty(_v1.Items($"/machines/{id}/accessors"));
    }

    private string Users => $"/teams/{_v1.Paperspace.Options.TeamId}/users";
}
