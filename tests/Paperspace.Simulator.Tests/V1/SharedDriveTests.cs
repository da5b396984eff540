namespace Paperspace.Simulator.Tests.V1;

public sealed class SharedDriveTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void A_drive_is_created_in_a_private_network_renamed_and_deleted()
    {
        var network = (string)_v1.Post("/private-networks", new() { ["name"] = "lab", ["region"] = "ny2" }).Json["id"]!;
        Assert.Equal(404, Create("nng82wb", "ny2").Status);
        Assert.Equal(400, Create(network, "ca1").Status);
        var drive = Create(network, "ny2").Json;
        var id = (string)drive["id"]!;

        Assert.Matches("^[0-9A-Za-z]{12}$", id);
        Assert.Equal("268435456000", (string)drive["size"]!);
        Assert.Equal("other", (string)_v1.Put($"/shared-drives/{id}", new() { ["name"] = "other" }).Json["name"]!);
        Assert.Equal("other", (string)_v1.Get($"/shared-drives/{id}").Json["name"]!);
        Assert.Equal($$"""{"id":"{{id}}"}""", _v1.Delete($"/shared-drives/{id}").Response.Body);
        Assert.Empty(_v1.Items("/shared-drives"));
        Assert.Equal(404, _v1.Get($"/shared-drives/{id}").Status);
    }

    private ApiResponse Create(string network, string region) => _v1.Post(
        "/shared-drives", new() { ["name"] = "data", ["size"] = 250, ["region"] = region, ["networkId"] = network });
}
