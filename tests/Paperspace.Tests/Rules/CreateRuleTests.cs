using Paperspace.Tests.Support;

namespace Paperspace.Tests.Rules;

/// <summary>The rules of create that are known before sending: nothing is sent, and the error names the parameters.</summary>
public sealed class CreateRuleTests
{
    public static TheoryData<string, string?> MissingTexts { get; } = [.. from parameter in new[] { "Region", "MachineType", "Name", "TemplateId" }
        from value in new[] { null, "", " " }
        select (parameter, value)];

    public static TheoryData<string> NewUserParameters { get; } = ["Email", "Password", "FirstName", "LastName"];

    public static TheoryData<string> CpuTypes { get; } = [.. Enumerable.Range(1, 10).Select(number => $"C{number}"), "c4"];

    public static TheoryData<string> GridTypes { get; } = ["Air", "Standard", "Pro", "Advanced", "air"];

    [Theory]
    [MemberData(nameof(MissingTexts))]
    public async Task A_required_string_must_be_set(string parameter, string? value) =>
        Assert.Equal([parameter], (await RefusedAsync(request => Set(request, parameter, value))).Parameters);

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(-50)]
    public async Task The_size_must_be_above_0(int? size) =>
        Assert.Equal(["Size"], (await RefusedAsync(request => request.Size = size)).Parameters);

    [Fact]
    public async Task Static_and_dynamic_addresses_exclude_each_other()
    {
        var error = await RefusedAsync(request => (request.AssignPublicIp, request.DynamicPublicIp) = (true, true));
        Assert.Equal(["AssignPublicIp", "DynamicPublicIp"], error.Parameters);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    [InlineData(false, false)]
    public async Task Either_type_of_address_is_valid_alone(bool assign, bool dynamic) =>
        await SentAsync(request => (request.AssignPublicIp, request.DynamicPublicIp) = (assign, dynamic));

    [Theory]
    [MemberData(nameof(NewUserParameters))]
    public async Task An_existing_user_excludes_each_parameter_of_a_new_one(string parameter)
    {
        var error = await RefusedAsync(request =>
        {
            request.UserId = "ubx9ce8k";
            Set(request, parameter, "x");
        });
        Assert.Equal(["UserId", parameter], error.Parameters);
    }

    [Theory]
    [MemberData(nameof(NewUserParameters))]
    public async Task A_new_user_needs_all_four_parameters(string parameter)
    {
        var error = await RefusedAsync(request =>
        {
            foreach (var other in NewUserParameters.Select(row => row.Data).Where(other => other != parameter)) Set(request, other, "x");
        });
        Assert.Equal([parameter], error.Parameters);
        Assert.Contains(parameter, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_user_with_all_four_parameters_is_valid() => await SentAsync(request =>
    {
        foreach (var parameter in NewUserParameters.Select(row => row.Data)) Set(request, parameter, "x");
    });

    [Theory]
    [InlineData(null, "shutdown")]
    [InlineData(false, "shutdown")]
    [InlineData(true, null)]
    [InlineData(true, "")]
    public async Task A_restore_point_needs_a_snapshot_and_a_frequency(bool? snapshot, string? frequency)
    {
        var error = await RefusedAsync(request =>
        {
            request.MarkSnapshotAsRestorePoint = true;
            if (snapshot is not null) request.TakeInitialSnapshot = snapshot;
            if (frequency is not null) request.RestorePointFrequency = frequency;
        });
        Assert.Equal(["MarkSnapshotAsRestorePoint", "TakeInitialSnapshot", "RestorePointFrequency"], error.Parameters);
    }

    [Fact]
    public async Task A_snapshot_needs_no_restore_point() => await SentAsync(request => request.TakeInitialSnapshot = true);

    [Theory]
    [MemberData(nameof(CpuTypes))]
    public async Task A_Windows_template_cannot_be_used_with_a_CPU_type(string type)
    {
        var error = await RefusedAsync(request => (request.MachineType, request.TemplateId) = (type, "tk9izniv"), templatesRead: 1);
        Assert.Equal(["MachineType", "TemplateId"], error.Parameters);
        Assert.Contains("Windows 10 (Server 2022) - Licensed", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(GridTypes))]
    public async Task An_Ubuntu_template_cannot_be_used_with_a_GRID_type(string type)
    {
        var error = await RefusedAsync(request => (request.MachineType, request.TemplateId) = (type, "tkni3aa4"), templatesRead: 1);
        Assert.Equal(["MachineType", "TemplateId"], error.Parameters);
    }

    [Theory]
    [InlineData("C5", "tkni3aa4")] // Ubuntu on a CPU type
    [InlineData("Air", "tk9izniv")] // Windows on a GRID type
    [InlineData("C1", "t9taj00e")] // CentOS on a CPU type
    [InlineData("Pro", "t9taj00e")] // CentOS on a GRID type
    [InlineData("C5", "tunknown")] // a template that is not listed
    public async Task Other_templates_and_types_are_compatible(string type, string template) =>
        await SentAsync(request => (request.MachineType, request.TemplateId) = (type, template));

    [Theory]
    [InlineData("P4000", "tk9izniv")]
    [InlineData("GPU+", "tkni3aa4")]
    [InlineData("A100-80Gx8", "tkni3aa4")]
    public async Task The_templates_are_not_read_for_a_type_without_a_rule(string type, string template)
    {
        var requests = await SentAsync(request => (request.MachineType, request.TemplateId) = (type, template));
        Assert.DoesNotContain(requests, request => request.Path == "/templates/getTemplates");
    }

    [Fact]
    public async Task If_the_templates_cannot_be_read_the_API_checks_the_rule()
    {
        await using var server = ScriptedServer.Replying(
            seen => seen.Method == "GET" ? Reply.Json("{}", 500) : Reply.Created("spec-create", seen));
        using var client = TestClient.Of(server.BaseUri);
        var request = Requests.Smallest();
        request.MachineType = "C5";
        Assert.Equal("psazmnxdy", (await client.Machines.CreateAsync(request, WaitUntil.Started, default)).ResourceId);
    }

    [Fact]
    public async Task An_unknown_machine_type_is_left_to_the_API() => await SentAsync(request => request.MachineType = "Q9000x16");

    private static async Task<PaperspaceException> RefusedAsync(Action<MachineCreateOptions> change, int templatesRead = 0)
    {
        var (error, requests) = await CreateAsync(change);
        Assert.NotNull(error);
        Assert.Equal(PaperspaceErrorReason.InvalidRequest, error.Reason);
        Assert.Equal((null, null, null), (error.Status, error.Method, error.Path));
        Assert.Equal(templatesRead, requests.Count);
        Assert.All(requests, request => Assert.Equal("/templates/getTemplates", request.Path));
        return error;
    }

    private static async Task<IReadOnlyList<SeenRequest>> SentAsync(Action<MachineCreateOptions> change)
    {
        var (error, requests) = await CreateAsync(change);
        Assert.Null(error);
        Assert.Single(requests, request => request.Method == "POST");
        return requests;
    }

    private static async Task<(PaperspaceException? Error, IReadOnlyList<SeenRequest> Requests)> CreateAsync(
        Action<MachineCreateOptions> change)
    {
        await using var server = ScriptedServer.Replying(
            seen => seen.Method == "GET" ? Reply.Example("docs-templates-2022") : Reply.Created("spec-create", seen));
        using var client = TestClient.Of(server.BaseUri);
        var request = Requests.Smallest();
        change(request);
        var error = await Record.ExceptionAsync(() => client.Machines.CreateAsync(request, WaitUntil.Started, default));
        return (error is null ? null : Assert.IsType<PaperspaceException>(error), server.Requests);
    }

    private static void Set(MachineCreateOptions request, string parameter, string? value) =>
        typeof(MachineCreateOptions).GetProperty(parameter)!.SetValue(request, value);
}
