using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

/// <summary>The startup scripts of the Core API.</summary>
public sealed class ScriptTests
{
    private readonly SimulatorFixture _simulator = new();

    [Fact]
    public void A_script_is_created_listed_read_and_destroyed()
    {
        var created = Create("echo Hello").Json;
        ExampleShape.AssertMatches("rec-script-create", created);
        var id = (string)created["id"]!;
        var machine = _simulator.CreateId(("scriptId", id));
        _simulator.Pass(60);

        ExampleShape.AssertMatches("rec-scripts-list", _simulator.Get("/scripts/getScripts").Json);
        Assert.Single(_simulator.Get("/scripts/getScripts?name=My%20Script").Items);
        Assert.Empty(_simulator.Get("/scripts/getScripts?name=Other").Items);
        var shown = _simulator.Get($"/scripts/getScript?scriptId={id}").Json;
        ExampleShape.AssertMatches("node-script-show", shown);
        Assert.Equal(machine, (string)shown["machines"]![0]!["machineId"]!);
        Assert.NotNull(shown["machines"]![0]!["dtLastRun"]);
        Assert.Equal("\"echo Hello\"", _simulator.Get($"/scripts/getScriptText?scriptId={id}").Response.Body);

        Assert.Equal(204, _simulator.Post($"/scripts/{id}/destroy").Status);
        Assert.Empty(_simulator.Get("/scripts/getScripts").Items);
        Assert.Equal(404, _simulator.Get($"/scripts/getScript?scriptId={id}").Status);
        Assert.Equal(404, _simulator.Post($"/scripts/{id}/destroy").Status);
        Assert.Null(_simulator.Field("scriptId", machine));
    }

    [Fact]
    public async Task A_file_is_sent_as_a_form_with_the_other_fields_in_the_query()
    {
        using var client = new HttpClient(new SimulatorHandler(_simulator.Paperspace)) { BaseAddress = new Uri("http://simulated") };
        client.DefaultRequestHeaders.Add("X-Api-Key", "k");
        using var form = new MultipartFormDataContent { { new StringContent("#!/bin/bash\r\n\r\necho hi\r\n"), "file", "boot.sh" } };

        using var response = await client.PostAsync("/scripts/createScript?scriptName=boot&runOnce=true&isEnabled=false", form);

        var created = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal(("boot", true, false), ((string)created["name"]!, (bool)created["runOnce"]!, (bool)created["isEnabled"]!));
        var text = _simulator.Get($"/scripts/getScriptText?scriptId={created["id"]}").Json;
        Assert.Equal("#!/bin/bash\r\n\r\necho hi\r\n", (string)text!);
    }

    [Fact]
    public async Task A_form_without_the_file_is_the_recorded_404()
    {
        using var client = new HttpClient(new SimulatorHandler(_simulator.Paperspace)) { BaseAddress = new Uri("http://simulated") };
        client.DefaultRequestHeaders.Add("X-Api-Key", "k");
        using var form = new MultipartFormDataContent { { new StringContent("x"), "other" } };

        using var response = await client.PostAsync("/scripts/createScript?scriptName=boot", form);

        Assert.Equal(404, (int)response.StatusCode);
        Assert.Equal(
            ExampleShape.Read("error-404-script-not-uploaded")!.ToJsonString(),
            JsonNode.Parse(await response.Content.ReadAsStringAsync())!.ToJsonString());
    }

    [Fact]
    public void Missing_or_oversized_input_is_rejected()
    {
        Assert.Equal("Missing required parameter `scriptName`", _simulator.Post("/scripts/createScript", []).ErrorMessage);
        Assert.Equal(400, Create(new string('x', (16 * 1024) + 1)).Status);
        Assert.Equal(200, Create(new string('x', 16 * 1024)).Status);
        Assert.Equal("Missing required parameter `scriptId`", _simulator.Get("/scripts/getScript").ErrorMessage);
    }

    private ApiResponse Create(string text) => _simulator.Post("/scripts/createScript", new()
    {
        ["scriptName"] = "My Script",
        ["scriptText"] = text,
        ["scriptDescription"] = "A startup script",
        ["isEnabled"] = true,
        ["runOnce"] = false,
    });
}
