using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

public class AccessTests
{
    private readonly Lab _lab = Lab.WithMachine();

    [Theory]
    [InlineData("true", "false")]
    [InlineData("\"true\"", "\"false\"")]
    public void Is_granted_and_revoked_by_boolean_or_text(string grant, string revoke)
    {
        Assert.Equal(204, Set("ubx9ce8k", grant).Status);
        Set("u3z4be26", grant);
        Assert.Equal(["u3z4be26", "ubx9ce8k"], _lab.Paperspace.AccessorsOf("psmachine").Order());

        Assert.Equal(204, Set("ubx9ce8k", revoke).Status);
        Assert.Equal(["u3z4be26"], _lab.Paperspace.AccessorsOf("Machine"));
    }

    [Fact]
    public void Granting_twice_and_revoking_what_was_not_granted_change_nothing()
    {
        Set("ubx9ce8k", "true");
        Set("ubx9ce8k", "true");
        Assert.Equal(204, Set("u3z4be26", "false").Status);

        Assert.Equal(["ubx9ce8k"], _lab.Paperspace.AccessorsOf("psmachine"));
        Assert.Empty(_lab.Paperspace.AccessorsOf("psnowhere"));
    }

    [Theory]
    [InlineData("{}", "`userId`")]
    [InlineData("{\"userId\":\"u1\"}", "`enableAccess`")]
    [InlineData("{\"userId\":\"u1\",\"enableAccess\":\"yes\"}", "`enableAccess`")]
    [InlineData("{\"userId\":1,\"enableAccess\":true}", "`userId`")]
    public void Names_what_is_missing_or_wrong(string body, string named)
    {
        var reply = _lab.Send("POST", "/machines/psmachine/setMachineAccess", body);

        Assert.Equal(400, reply.Status);
        Assert.Contains(named, reply.ErrorMessage);
    }

    private Reply Set(string userId, string enable) =>
        _lab.Act("setMachineAccess", body: new() { ["userId"] = userId, ["enableAccess"] = JsonNode.Parse(enable) });
}
