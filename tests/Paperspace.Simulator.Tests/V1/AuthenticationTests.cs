namespace Paperspace.Simulator.Tests.V1;

public sealed class AuthenticationTests
{
    private readonly V1Simulator _v1 = new(new SimulatorOptions { ApiKeys = ["right"] });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("RIGHT")]
    public void A_bad_key_is_401_everywhere_but_for_the_session_which_is_null(string? key)
    {
        Assert.Equal(401, _v1.Send("GET", "/machines", key: key).Status);
        Assert.Equal(401, _v1.Send("POST", "/machines", "{}", key: key).Status);
        var session = _v1.Send("GET", "/auth/session", key: key).Response;
        Assert.Equal((200, "null"), (session.Status, session.Body));
    }

    [Fact]
    public void A_good_key_has_a_session_that_tells_team_and_user()
    {
        var session = _v1.Send("GET", "/auth/session", key: "right").Json;

        Assert.Equal(_v1.Paperspace.Options.TeamId, (string)session["team"]!["id"]!);
        Assert.Equal(_v1.Paperspace.Options.TeamNamespace, (string)session["team"]!["namespace"]!);
        Assert.Equal(_v1.Paperspace.Options.UserId, (string)session["user"]!["id"]!);
    }

    [Fact]
    public void The_key_of_the_other_api_is_none_here()
    {
        var request = new SimulatedRequest("GET", "/v1/machines", new Dictionary<string, string> { ["X-Api-Key"] = "right" });

        Assert.Equal(401, _v1.Paperspace.Respond(request).Status);
    }

    [Fact]
    public void Templates_of_systems_need_no_key() => Assert.Equal(200, _v1.Send("GET", "/os-templates", key: null).Status);

    [Fact]
    public void Routing_comes_before_authentication()
    {
        Assert.Equal(404, _v1.Send("PUT", "/machines", "{}", key: null).Status);
        Assert.Equal(404, _v1.Send("GET", "/nowhere", key: null).Status);
    }
}
