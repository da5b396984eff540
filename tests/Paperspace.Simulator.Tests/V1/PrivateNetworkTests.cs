namespace Paperspace.Simulator.Tests.V1;

public sealed class PrivateNetworkTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void A_network_is_created_listed_renamed_and_deleted()
    {
        Assert.Empty(_v1.Items("/private-networks"));
        var id = Create(migrates: false);

        Assert.Equal("lab", (string)Assert.Single(_v1.Items("/private-networks?name=lab&region=ny2"))["name"]!);
        Assert.Empty(_v1.Items("/private-networks?region=ca1"));
        Assert.Equal("other", (string)_v1.Put($"/private-networks/{id}", new() { ["name"] = "other" }).Json["name"]!);
        Assert.Equal($$"""{"id":"{{id}}"}""", _v1.Delete($"/private-networks/{id}").Response.Body);
        Assert.Equal("null", _v1.Get($"/private-networks/{id}").Response.Body);
        Assert.Equal(404, _v1.Delete($"/private-networks/{id}").Status);
    }

    [Fact]
    public void Machines_can_be_moved_into_a_new_network()
    {
        var (here, there) = (_v1.CreateMachine(), _v1.CreateMachine(("region", "ca1")));
        var before = (string)_v1.Machine(there)["networkId"]!;

        var id = Create(migrates: true);

        Assert.Equal(id, (string)_v1.Machine(here)["networkId"]!);
        Assert.StartsWith("10.32.0.", (string)_v1.Machine(here)["privateIp"]!, StringComparison.Ordinal);
        Assert.Equal(before, (string)_v1.Machine(there)["networkId"]!);
    }

    private string Create(bool migrates) => (string)_v1.Post(
        "/private-networks", new() { ["name"] = "lab", ["region"] = "NY2", ["migrateMachines"] = migrates }).Json["id"]!;
}
