namespace Paperspace.Simulator.Tests.V1;

public sealed class AuthenticationTests
{
    private readonly V1Simulator _v1 = new(new SimulatorOptions { ApiKeys = ["right"] });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("wrong")]
    [InlineData("RIGHT")]
    public void A_bad_key_is_a_401_except_for_the_session_which_is_null(string? key)
    {
        Assert.Equal(401, _v1.Send("GET", "/machines", key: key).Status);
        Assert.Equal(401, _v1.Send("POST", "/machines", "{}", key: key).Status);
        var session = _v1.Send("GET", "/auth/session", key: key).Response;
        Assert.Equal((200, "null"), (session.Status, session.Body));
    }

    [Fact]
    public void A_valid_key_has_a_session_with_team_and_user()
    {
        var session = _v1.Send("GET", "/auth/session", key: "right").Json;

        Assert.Equal(_v1.Paperspace.Options.TeamId, (string)session["team"]!["id"]!);
        Assert.Equal(_v1.Paperspace.Options.TeamNamespace, (string)session["team"]!["namespace"]!);
        Assert.Equal(_v1.Paperspace.Options.UserId, (string)session["user"]!["id"]!);
    }

    [Fact]
    public void The_key_header_of_the_other_api_is_ignored()
    {
        var request = new SimulatedRequest("GET", "/v1/machines", new Dictionary<string, string> { ["X-Api-Key"] = "right" });

        Assert.Equal(401, _v1.Paperspace.Respond(request).Status);
    }

    [Fact]
    public void Operating_system_templates_need_no_key() => Assert.Equal(200, _v1.Send("GET", "/os-templates", key: null).Status);

    [Fact]
    public void Routing_comes_before_authentication()
    {
        Assert.Equal(404, _v1.Send("PUT", "/machines", "{}", key: null).Status);
        Assert.Equal(404, _v1.Send("GET", "/nowhere", key: null).Status);
    }
}
