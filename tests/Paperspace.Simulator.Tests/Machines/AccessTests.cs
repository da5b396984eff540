using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

public sealed class AccessTests
{
    private readonly SimulatorFixture _simulator = SimulatorFixture.WithMachine();

    [Theory]
    [InlineData("true", "false")]
    [InlineData("\"true\"", "\"false\"")]
    public void Access_is_granted_and_revoked_by_boolean_or_string(string grant, string revoke)
    {
        Assert.Equal(204, Set("ubx9ce8k", grant).Status);
        Set("u3z4be26", grant);
        Assert.Equal(["u3z4be26", "ubx9ce8k"], _simulator.Paperspace.AccessorsOf("psmachine").Order());

        Assert.Equal(204, Set("ubx9ce8k", revoke).Status);
        Assert.Equal(["u3z4be26"], _simulator.Paperspace.AccessorsOf("Machine"));
    }

    [Fact]
    public void Repeated_grants_and_revokes_change_nothing()
    {
        Set("ubx9ce8k", "true");
        Set("ubx9ce8k", "true");
        Assert.Equal(204, Set("u3z4be26", "false").Status);

        Assert.Equal(["ubx9ce8k"], _simulator.Paperspace.AccessorsOf("psmachine"));
        Assert.Empty(_simulator.Paperspace.AccessorsOf("psnowhere"));
    }

    [Theory]
    [InlineData("{}", "`userId`")]
    [InlineData("{\"userId\":\"u1\"}", "`enableAccess`")]
    [InlineData("{\"userId\":\"u1\",\"enableAccess\":\"yes\"}", "`enableAccess`")]
    [InlineData("{\"userId\":1,\"enableAccess\":true}", "`userId`")]
    public void Errors_name_missing_or_invalid_parameters(string body, string named)
    {
        var response = _simulator.Send("POST", "/machines/psmachine/setMachineAccess", body);

        Assert.Equal(400, response.Status);
        Assert.Contains(named, response.ErrorMessage);
    }

    private ApiResponse Set(string userId, string enable) =>
        _simulator.Act("setMachineAccess", body: new() { ["userId"] = userId, ["enableAccess"] = JsonNode.Parse(enable) });
}
