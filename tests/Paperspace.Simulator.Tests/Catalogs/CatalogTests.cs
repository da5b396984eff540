namespace Paperspace.Simulator.Tests;

/// <summary>Templates, users and networks.</summary>
public sealed class CatalogTests
{
    private readonly SimulatorFixture _simulator = new();

    [Theory]
    [InlineData("t0nspur5", "Ubuntu 22.04 Server")]
    [InlineData("t17d1a6i", "Ubuntu 22.04 Desktop")]
    [InlineData("tkni3aa4", "Ubuntu 20.04 Server")]
    [InlineData("tk9izniv", "Windows 10 (Server 2022) - Licensed")]
    public void Templates_are_the_documented_ones(string id, string os)
    {
        var template = Assert.Single(_simulator.Get($"/templates/getTemplates?id={id}").Items);

        Assert.Equal(["id", "name", "label", "os", "dtCreated"], template.Select(field => field.Key));
        Assert.Equal($"paperspace/{id}", (string)template["name"]!);
        Assert.Equal(os, (string)template["os"]!);
    }

    [Fact]
    public void Documented_templates_have_their_names_labels_systems_and_dates()
    {
        var templates = _simulator.Get("/templates/getTemplates").Items.ToDictionary(item => (string)item["id"]!);

        var documented = ExampleShape.Read("docs-templates-2022")!.AsArray();
        Assert.True(documented.Count > 10);
        Assert.All(documented, item => Assert.Equal(item!.ToJsonString(), templates[(string)item["id"]!].ToJsonString()));
    }

    [Fact]
    public void Template_labels_repeat_and_may_be_null()
    {
        Assert.Equal(3, _simulator.Get("/templates/getTemplates?label=Windows%2010").Items.Count);
        Assert.Equal(["t9taj00e"], _simulator.Get("/templates/getTemplates?label=null").Ids);
    }

    [Fact]
    public void Every_template_can_create_a_machine()
    {
        Assert.All(_simulator.Get("/templates/getTemplates").Ids, id => Assert.Equal(200, _simulator.Create(("templateId", id)).Status));
    }

    [Fact]
    public void Users_have_names_in_lower_case_and_an_owner()
    {
        var users = _simulator.Get("/users/getUsers").Items;

        Assert.Equal(
            ["id", "email", "firstname", "lastname", "dtCreated", "teamId", "isAdmin", "isOwner"],
            users[0].Select(field => field.Key));
        Assert.Equal(_simulator.Paperspace.Options.UserId, (string)users.Single(user => (bool)user["isOwner"]!)["id"]!);
        Assert.Equal("u3z4be26", (string)Assert.Single(_simulator.Get("/users/getUsers?firstname=Ada").Items)["id"]!);
    }

    [Fact]
    public void There_is_a_network_in_each_region()
    {
        var network = Assert.Single(_simulator.Get("/networks/getNetworks?region=East%20Coast%20%28NY2%29").Items);

        Assert.Equal(["id", "name", "region", "dtCreated", "network", "netmask", "teamId"], network.Select(field => field.Key));
        Assert.Equal(3, _simulator.Get("/networks/getNetworks").Items.Count);
    }
}
