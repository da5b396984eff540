namespace Paperspace.Simulator.Tests;

public sealed class AuthenticationTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("X-Api-Key", "")]
    [InlineData("X-Api-Key", "wrong")]
    [InlineData("X-Api-Key", "RIGHT")]
    [InlineData("Authorization", "right")]
    public void A_bad_key_is_a_flat_400(string? header, string? value)
    {
        var response = Respond(header, value, "right", "other");

        Assert.Equal(400, response.Status);
        Assert.Equal("""{"status":400,"message":"Invalid API token"}""", response.Body);
    }

    [Theory]
    [InlineData("X-Api-Key", "right")]
    [InlineData("x-api-key", "right")]
    [InlineData("X-API-KEY", "other")]
    public void A_valid_key_is_accepted_with_any_case_of_its_header(string header, string value) =>
        Assert.Equal(200, Respond(header, value, "right", "other").Status);

    [Fact]
    public void Without_a_configured_key_any_nonempty_key_is_accepted()
    {
        Assert.Equal(200, Respond("X-Api-Key", "anything").Status);
        Assert.Equal(400, Respond("X-Api-Key", "").Status);
        Assert.Equal(400, Respond(null, null).Status);
    }

    private static SimulatedResponse Respond(string? header, string? value, params string[] keys)
    {
        var headers = header is null ? null : new Dictionary<string, string> { [header] = value! };
        return new SimulatedPaperspace(new() { ApiKeys = keys }).Respond(new SimulatedRequest("GET", "/machines/getMachines", headers));
    }
}
