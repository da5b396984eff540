using Paperspace.Client;
using Paperspace.Tests.Support;
using Paperspace.Tests.V1;

namespace Paperspace.Tests.Templates;

/// <summary>Templates are listed by both APIs, and created, renamed and deleted by V1.</summary>
public sealed class TemplateClientTests
{
    private const string Id = "psm9u09bwu5i";

    /// <summary>Gets each change of a template, by its name.</summary>
    public static TheoryData<string> Changes { get; } = ["create", "update", "delete"];

    [Fact]
    public async Task A_created_template_has_the_event_of_its_machine()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        var operation = await client.Templates.CreateAsync(new TemplateCreateOptions { Name = "render-base", MachineId = Id }, default);

        Assert.Equal(
            (ResourceKinds.Template, "tc7m2x9d", Id, "template-create"),
            (operation.ResourceKind, operation.ResourceId, operation.MachineId, operation.Action));
        Assert.Equal(["6a6b8c5e-4b4d-4b57-8f0a-5a1f0f2c8d11"], operation.EventIds);
        var template = Assert.IsType<Template>(operation.Resource);
        Assert.Equal(
            ("tc7m2x9d", "render-base", "render-base", "NY2", 50, Id, true),
            (
                template.Id,
                template.Name,
                template.Label,
                template.Region,
                template.DefaultSizeGb,
                template.ParentMachineId,
                template.IsCustom));
    }

    [Fact]
    public async Task A_template_of_a_machine_that_is_not_off_is_rejected_before_it_is_sent()
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Path == $"/v1/machines/{Id}" ? Reply.Example("v1-machine-show-gpu-on") : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Templates.CreateAsync(new TemplateCreateOptions { Name = "render-base", MachineId = Id }, default));

        Assert.Equal((PaperspaceErrorReason.InvalidRequest, "MachineId"), (error.Reason, Assert.Single(error.Parameters)));
        Assert.Contains($"Machine {Id} is 'ready'", error.Message, StringComparison.Ordinal);
        Assert.Contains("only while it is off", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Requests, request => request.Method == "POST");
    }

    [Fact]
    public async Task A_template_that_is_renamed_has_the_label_of_its_name()
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        var template = await client.Templates.UpdateAsync("tbwb4c3s", new TemplateUpdateOptions { Name = "render-base" }, default);

        Assert.Equal(("tbwb4c3s", "Test Template - 2/22/2024", "Test Template - 2/22/2024"), (template.Id, template.Name, template.Label));
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_refreshes_the_cached_list_whether_or_not_it_succeeded(string change)
    {
        var fails = false;
        await using var server = ScriptedServer.Replying(
            request => fails && request.Path.StartsWith("/v1/custom-templates", StringComparison.Ordinal) && request.Method != "GET"
                ? Reply.Example("v1-error-500", 500)
                : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri, retries: 0);
        Assert.Same((await Pages.ReadAsync(client.Templates.List())).Items[0], (await Pages.ReadAsync(client.Templates.List())).Items[0]);
        Assert.Equal(1, Lists(server));

        await ChangeAsync(client, change);
        await Pages.ReadAsync(client.Templates.List());
        Assert.Equal(2, Lists(server));

        fails = true;
        await Assert.ThrowsAsync<PaperspaceException>(() => ChangeAsync(client, change));
        await Pages.ReadAsync(client.Templates.List());
        Assert.Equal(3, Lists(server));
    }

    [Fact]
    public async Task The_list_can_be_limited_to_the_team_and_a_missing_template_is_read()
    {
        await using var server = ScriptedServer.Replying(request =>
            (request.Method, request.Path) switch
            {
                ("GET", "/v1/custom-templates") => Reply.Json(
                    Examples.Text("v1-custom-templates").Replace("\"tbt2el0a\"", "null", StringComparison.Ordinal)),
                ("GET", "/v1/custom-templates/tnewone") => Reply.Json("""{"id":"tnewone","name":"new one","parentMachineId":"psaaa"}"""),
                _ => V1Reply.To(request),
            });
        using var client = TestClient.OfV1(server.BaseUri);

        Assert.Equal(["tbwb4c3s"], (await Pages.ReadAsync(client.Templates.List(isCustom: true))).Items.Select(template => template.Id));
        Assert.Equal("tbwb4c3s", (await client.Templates.GetAsync("tbwb4c3s", default)).Id);
        Assert.Equal("new one", (await client.Templates.GetAsync("tnewone", default)).Label);
        Assert.Equal(1, Lists(server));
    }

    [Fact]
    public async Task Core_reads_a_template_from_its_list()
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);

        Assert.Equal("RStudio", (await client.Templates.GetAsync("tpx5mr6b", default)).Label);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => client.Templates.GetAsync("tnone", default));

        Assert.Equal(PaperspaceErrorReason.ResourceNotFound, error.Reason);
        Assert.Single(server.Requests);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Core_changes_no_template_and_sends_nothing(string change)
    {
        await using var server = ScriptedServer.Replying(Reply.To);
        using var client = TestClient.Of(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() => ChangeAsync(client, change));

        Assert.Equal(PaperspaceErrorReason.NotSupported, error.Reason);
        Assert.StartsWith($"The Core API cannot {change} templates", error.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData("update", "tbwb4c3s")]
    [InlineData("delete", "tbwb4c3s")]
    [InlineData("create", Id)]
    public async Task A_missing_template_or_machine_is_reported(string change, string id)
    {
        await using var server = ScriptedServer.Replying(request => request.Method == "GET" && change != "create"
            ? V1Reply.To(request)
            : Reply.Json("""{"message":"Not found","code":"NOT_FOUND"}""", 404));
        using var client = TestClient.OfV1(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() => ChangeAsync(client, change));

        Assert.Equal(change == "create" ? PaperspaceErrorReason.MachineNotFound : PaperspaceErrorReason.ResourceNotFound, error.Reason);
        Assert.Contains(id, server.Request.Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public async Task An_empty_name_is_rejected_before_it_is_sent(string? name)
    {
        await using var server = ScriptedServer.Replying(V1Reply.To);
        using var client = TestClient.OfV1(server.BaseUri);

        var create = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Templates.CreateAsync(new TemplateCreateOptions { MachineId = Id, Name = name }, default));
        var rename = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Templates.UpdateAsync("tbwb4c3s", new TemplateUpdateOptions { Name = name }, default));

        Assert.All(
            [create, rename],
            error => Assert.Equal((PaperspaceErrorReason.InvalidRequest, "Name"), (error.Reason, Assert.Single(error.Parameters))));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task A_response_without_a_template_has_an_unknown_outcome()
    {
        await using var server = ScriptedServer.Replying(request =>
            request.Method == "POST" ? Reply.Json("""{"data":{},"event":null}""") : V1Reply.To(request));
        using var client = TestClient.OfV1(server.BaseUri);

        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Templates.CreateAsync(new TemplateCreateOptions { Name = "render-base", MachineId = Id }, default));

        Assert.Equal(PaperspaceErrorReason.OutcomeUnknown, error.Reason);
        Assert.Single(server.Requests, request => request.Method == "POST");
    }

    private static int Lists(ScriptedServer server) =>
        server.Requests.Count(request => (request.Method, request.Path) == ("GET", "/v1/custom-templates"));

    private static Task ChangeAsync(PaperspaceClient client, string change) => change switch
    {
        "create" => client.Templates.CreateAsync(new TemplateCreateOptions { Name = "render-base", MachineId = Id }, default),
        "update" => client.Templates.UpdateAsync("tbwb4c3s", new TemplateUpdateOptions { Name = "render-base" }, default),
        _ => client.Templates.DeleteAsync("tbwb4c3s", default),
    };
}
