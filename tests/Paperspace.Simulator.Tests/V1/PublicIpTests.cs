namespace Paperspace.Simulator.Tests.V1;

public sealed class PublicIpTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void An_address_is_claimed_assigned_unassigned_and_released()
    {
        var machine = _v1.CreateMachine();
        var ip = Claim("ny2");
        Assert.Null(_v1.Items("/public-ips")[0]["assignedMachineId"]);

        Assert.Equal(machine, (string)Assign(ip, machine).Json["assignedMachineId"]!);
        Assert.Equal((ip, "static"), ((string)_v1.Machine(machine)["publicIp"]!, (string)_v1.Machine(machine)["publicIpType"]!));
        Assert.Equal(200, Assign(ip, null).Status);
        Assert.Equal("none", (string)_v1.Machine(machine)["publicIpType"]!);
        Assert.Equal($$"""{"ip":"{{ip}}"}""", _v1.Delete($"/public-ips/{ip}").Response.Body);
        Assert.Empty(_v1.Items("/public-ips"));
        Assert.Equal(404, _v1.Delete($"/public-ips/{ip}").Status);
    }

    [Fact]
    public void An_address_of_another_region_or_machine_is_rejected()
    {
        var (first, second) = (_v1.CreateMachine(), _v1.CreateMachine());
        var ip = Claim("NY2");
        Assign(ip, first);

        Assert.Equal(409, Assign(ip, second).Status);
        Assert.Equal(400, Assign(Claim("ams1"), first).Status);
        Assert.Equal(404, Assign(ip, "null").Status);
        Assert.Equal(400, _v1.Put($"/public-ips/{ip}", []).Status);
        Assert.Equal(ip, (string)_v1.Machine(first)["publicIp"]!);
    }

    [Fact]
    public void A_released_address_is_removed_from_its_machine()
    {
        var machine = _v1.CreateMachine(("publicIpType", "static"));

        _v1.Delete($"/public-ips/{_v1.Machine(machine)["publicIp"]}");

        Assert.Null(_v1.Machine(machine)["publicIp"]);
        Assert.Empty(_v1.Paperspace.HeldPublicIps);
    }

    private string Claim(string region) => (string)_v1.Post("/public-ips", new() { ["region"] = region }).Json["ip"]!;

    private ApiResponse Assign(string ip, string? machine) => _v1.Put($"/public-ips/{ip}", new() { ["machineId"] = machine });
}
