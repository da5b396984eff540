using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests.V1;

public sealed class TemplateTests
{
    private readonly V1Simulator _v1 = new();

    [Fact]
    public void Operating_system_templates_list_their_machine_types()
    {
        var templates = _v1.Items("/os-templates?limit=120").ToDictionary(item => (string)item["id"]!);

        Assert.Equal("Ubuntu 22.04 Server", (string)templates["t0nspur5"]["operatingSystemLabel"]!);
        Assert.Equal("prod-u22-cpu-241018", (string)templates["t0nspur5"]["name"]!);
        Assert.DoesNotContain("Air", Types(templates["t0nspur5"]));
        Assert.DoesNotContain("C5", Types(templates["tk9izniv"]));
        Assert.Contains("P4000", Types(templates["tk9izniv"]));
    }

    [Fact]
    public void Operating_system_templates_match_the_recordings()
    {
        var templates = _v1.Items("/os-templates?limit=120").ToDictionary(item => (string)item["id"]!);

        var recorded = ExampleShape.Read("v1-os-templates")!["items"]!.AsArray();
        Assert.True(recorded.Count > 10);
        Assert.All(recorded, item => Assert.All(
            ["name", "operatingSystemLabel", "defaultSizeGb"],
            field => Assert.Equal(
                item![field]?.ToJsonString(), templates[(string)item["id"]!][field]?.ToJsonString())));
    }

    [Fact]
    public void A_template_offers_its_legacy_machine_types_last()
    {
        string[] legacy = ["Air", "Standard", "Advanced", "Pro", "A100x2", "A100x4", "A100-80Gx2", "A100-80Gx4"];

        Assert.All(_v1.Items("/os-templates?limit=120"), template =>
        {
            var types = Types(template);
            Assert.NotEmpty(types);
            Assert.DoesNotContain(types.SkipWhile(type => !legacy.Contains(type)), type => !legacy.Contains(type));
            Assert.DoesNotContain(types[0], legacy);
        });
    }

    [Fact]
    public void A_template_is_created_from_a_stopped_machine_renamed_used_and_deleted()
    {
        var id = _v1.CreateStopped();
        Assert.Equal(412, Create(_v1.CreateMachine()).Status);
        var created = Create(id).Json;
        var template = (string)created["data"]!["id"]!;

        Assert.Equal("template-create", (string)created["event"]!["name"]!);
        Assert.Equal("renamed", (string)_v1.Put($"/custom-templates/{template}", new() { ["name"] = "renamed" }).Json["name"]!);
        Assert.Equal("renamed", (string)_v1.Get($"/custom-templates/{template}").Json["name"]!);
        Assert.Equal(template, (string)Assert.Single(_v1.Items($"/custom-templates?machineId={id}"))["id"]!);
        Assert.Equal(200, _v1.Create(("templateId", template)).Status);
        Assert.Equal(400, _v1.Create(("templateId", template), ("region", "ca1")).Status);
        Assert.NotNull(_v1.Delete($"/custom-templates/{template}").Json["dtDeleted"]);
        Assert.Equal(404, _v1.Get($"/custom-templates/{template}").Status);
        Assert.Equal(404, _v1.Delete("/custom-templates/t0nspur5").Status);
    }

    private static List<string> Types(JsonObject template) =>
        [.. template["availableMachineTypes"]!.AsArray().Select(type => (string)type!["machineTypeLabel"]!)];

    private ApiResponse Create(string machineId) => _v1.Post("/custom-templates", new() { ["name"] = "base", ["machineId"] = machineId });
}
