using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Values and ids that do not exist, and actions that a machine's state rules out, never end in silence.</summary>
public sealed class UnknownValueTests
{
    private static readonly MachineSeed[] Two =
    [
        new() { Id = "psaaa", Name = "train-1" },
        new() { Id = "psbbb", Name = "train-2", State = "off" },
    ];

    public static TheoryData<string> Both => Apis.Both;

    /// <summary>Gets what matches nothing on each API, and the warning.</summary>
    public static TheoryData<string, string, string> Filters { get; } = [.. from api in new[] { "Core", "V1" }
        from filter in new[]
        {
            ("Get-PsMachine -State redy", "No machine matched. 'redy' is not a known state. Did you mean 'ready'?"),
            ("Get-PsMachine -State running,stopped", "No machine matched. 'running' is not a known state. Did you mean 'ready'?"),
            ("Get-PsMachine -Gpu P4000", "No machine matched. 'P4000' is not a known GPU. Did you mean 'Quadro P4000'?"),
            ("Get-PsMachine -Gpu A6000", "No machine matched. 'A6000' is not a known GPU. Did you mean 'RTX A6000'"),
            ("Get-PsMachine train-1 -Gpu P4000", "No machine matched. 'P4000' is not a known GPU. Did you mean 'Quadro P4000'?"),
            ("Get-PsMachine -Ram 30", "No machine matched. No known machine has 30 bytes of memory. Did you mean 30GB?"),
            ("Get-PsMachine -Ram 33GB", "No machine matched. No known machine has 33GB of memory. Did you mean 3"),
            ("Get-PsMachine -Region XX", "No machine matched. 'XX' is not a known region. Known: NY2, CA1, AMS1."),
            ("Get-PsMachine -MachineType P4001", "No machine matched. 'P4001' is not a known machine type. Did you mean 'P4000'"),
            ("Get-PsNetwork -Region XX", "No network matched. 'XX' is not a known region. Known: NY2, CA1, AMS1."),
        }
        select (api, filter.Item1, filter.Item2)];

    /// <summary>Gets commands about a machine that does not exist, on each API that has them.</summary>
    public static TheoryData<string, string> Reads { get; } = new()
    {
        { "Core", "Get-PsMachineEvent psnosuch" },
        { "V1", "Get-PsMachineEvent psnosuch" },
        { "V1", "Get-PsSnapshot -Machine psnosuch" },
        { "V1", "Get-PsMachineAccess psnosuch" },
        { "Core", "Get-PsMachineUtilization psnosuch" },
        { "V1", "Get-PsMachineUtilization psnosuch" },
    };

    [Theory]
    [MemberData(nameof(Filters))]
    public async Task A_value_that_is_not_known_warns_with_the_nearest(string api, string script, string warning)
    {
        await using var host = await Apis.StartAsync(api, Two);
        var outcome = host.Run(script).Succeeded();
        Assert.Empty(outcome.Output);
        Assert.Equal(script.Split(',').Length, outcome.Warnings.Count);
        Assert.StartsWith(warning, outcome.Warnings[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Core", "-Gpu 'RTX A6000'")]
    [InlineData("V1", "-Gpu 'RTX A6000'")]
    [InlineData("Core", "-Gpu 'A100 40GB'")]
    [InlineData("V1", "-Ram 720GB")]
    [InlineData("Core", "-Gpu $null")]
    public async Task Hardware_that_exists_and_no_machine_has_is_not_warned_of(string api, string filter)
    {
        await using var host = await Apis.StartAsync(api, new MachineSeed { Id = "psaaa", Name = "a" });
        Assert.Empty(host.Run($"Get-PsMachine {filter}").Succeeded().Warnings);
    }

    [Fact]
    public void A_machine_type_that_only_the_templates_of_the_account_name_exists()
    {
        using var host = new FastHost(
            PaperspaceApiVersion.V1,
            null,
            async (request, send, token) =>
            {
                var response = await send();
                if (request.RequestUri!.AbsolutePath.EndsWith("/os-templates", StringComparison.Ordinal))
                    response.Content = new StringContent(
                        (await response.Content.ReadAsStringAsync(token)).Replace("\"A4000\"", "\"Q9000\"", StringComparison.Ordinal),
                        System.Text.Encoding.UTF8,
                        "application/json");
                return response;
            });
        var availability = host.Run("Get-PsMachineAvailability NY2 Q9000").Succeeded().Single<MachineAvailability>();
        Assert.False(availability.Available);
        Assert.StartsWith(
            "There is no machine type 'Q9001'.", host.Run("Get-PsMachineAvailability NY2 Q9001").Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machines_name_in_place_of_a_snapshots_leads_to_the_machine()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        Assert.Equal(
            "There is no snapshot 'train-1', but a machine. Get-PsSnapshot -Machine train-1 lists the machine's snapshots.",
            host.Run("Get-PsSnapshot train-1").Error.ToString());
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public async Task A_machine_that_does_not_exist_is_an_error_of_reads_too(string api, string script)
    {
        await using var host = await Apis.StartAsync(api, Two);
        var outcome = host.Run(script);
        Assert.Empty(outcome.Output);
        Assert.StartsWith("MachineNotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_user_who_does_not_exist_is_granted_nothing(string api)
    {
        await using var host = await Apis.StartAsync(api, Two);
        var error = host.Run("Grant-PsMachineAccess train-1 nosuch").Error;
        Assert.Contains("There is no user 'nosuch'", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), MachineRequests.IsChange);
    }

    [Theory]
    [InlineData("Core", "-MachineType P9999", "There is no machine type 'P9999'.")]
    [InlineData("V1", "-MachineType P9999", "There is no machine type 'P9999'.")]
    [InlineData("Core", "-MachineType P9999 -Matrix", "There is no machine type 'P9999'.")]
    [InlineData("V1", "-MachineType P9999 -Until Available", "There is no machine type 'P9999'.")]
    [InlineData("Core", "-MachineType P9999 -Until Available", "There is no machine type 'P9999'.")]
    [InlineData("Core", "XX", "There is no region 'XX'. Known: NY2, CA1, AMS1.")]
    [InlineData("V1", "XX", "There is no region 'XX'. Known: NY2, CA1, AMS1.")]
    [InlineData("V1", "XX -Matrix", "There is no region 'XX'. Known: NY2, CA1, AMS1.")]
    public async Task The_availability_of_what_does_not_exist_is_one_error(string api, string parameters, string message)
    {
        await using var host = await Apis.StartAsync(api, Two);
        var outcome = host.Run($"Get-PsMachineAvailability {parameters}");
        Assert.Empty(outcome.Output);
        Assert.StartsWith(message, outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_availability_of_what_exists_comes_beside_what_does_not(string api)
    {
        await using var host = await Apis.StartAsync(api, Two);
        var outcome = host.Run("Get-PsMachineAvailability NY2, XX P4000, P9999");
        Assert.Equal("P4000", outcome.Single<MachineAvailability>().MachineType);
        Assert.Equal(2, outcome.Errors.Count);
    }

    [Theory]
    [InlineData("Core", "train-2")]
    [InlineData("V1", "train-2")]
    [InlineData("Core", "psbbb")]
    [InlineData("V1", "psbbb")]
    public async Task A_filter_that_leaves_a_machine_out_never_denies_that_it_exists(string api, string machine)
    {
        await using var host = await Apis.StartAsync(api, Two);
        var outcome = host.Run($"Get-PsMachine {machine} -State ready").Succeeded();
        Assert.Empty(outcome.Output);
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task The_error_for_an_unknown_machine_gives_each_advice_once(string api)
    {
        await using var host = await Apis.StartAsync(
            api, [.. Enumerable.Range(1, 8).Select(i => new MachineSeed { Id = $"psm{i}", Name = $"node-{i}" })]);
        var details = host.Run("Stop-PsMachine totally-different").Error.ErrorDetails;
        Assert.Single(
            $"{details.Message} {details.RecommendedAction}".Split("Get-PsMachine lists the machines.").Skip(1));
    }

    [Theory]
    [InlineData("Core", "Remove-PsScript nosuch")]
    [InlineData("V1", "Remove-PsScript nosuch")]
    [InlineData("V1", "Remove-PsNetwork -Id nosuch")]
    [InlineData("V1", "Grant-PsMachineAccess psaaa -UserId unosuch1")]
    public async Task The_advice_for_a_resource_that_does_not_exist_is_not_about_the_host(string api, string script)
    {
        await using var host = await Apis.StartAsync(api, Two);
        var details = host.Run($"{script} -Confirm:$false").Error.ErrorDetails;
        Assert.DoesNotContain("host", $"{details.Message} {details.RecommendedAction}", StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_start_of_a_running_machine_is_a_success(string api)
    {
        await using var host = await Apis.StartAsync(api, Two);
        Assert.Equal("ready", host.Run("Start-PsMachine train-1 -PassThru").Succeeded().Single<Machine>().State);
        Assert.Equal("ready", host.Run("Start-PsMachine train-1 -Wait").Succeeded().Single<Machine>().State);
    }

    [Fact]
    public async Task A_start_that_Core_rejects_because_the_machine_runs_is_a_success()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Paperspace.Inject(
            new SimulatedFault
            {
                Method = "POST",
                Status = 400,
                Body = """{"error":{"name":"Error","status":400,"message":"Machine is not in a power state compatible with this request."}}""",
                Times = 2,
            });
        host.Run("Start-PsMachine psaaa").Succeeded();
        Assert.Contains("Machine psbbb (train-2, off) did not accept the start. ", host.Run("Start-PsMachine psbbb").Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restart_that_is_rejected_names_the_state_and_the_next_step()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var error = host.Run("Restart-PsMachine psbbb").Error.ToString();
        Assert.StartsWith("Machine psbbb (train-2, off) did not accept the restart. Start it with Start-PsMachine.", error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Access_that_nobody_has_is_revoked_without_an_error(string api)
    {
        await using var host = await Apis.StartAsync(api, Two);
        host.Run("Revoke-PsMachineAccess psaaa -User ada@example.com").Succeeded();
        Assert.StartsWith(
            "MachineNotFound,",
            host.Run("Revoke-PsMachineAccess psnosuch -User ada@example.com").Error.FullyQualifiedErrorId,
            StringComparison.Ordinal);
    }
}
