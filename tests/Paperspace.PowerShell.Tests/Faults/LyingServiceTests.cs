using System.Globalization;
using System.Net;
using System.Text;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Faults;

/// <summary>Responses that are not true: no other machine is touched because of them, and nothing is reported that is not so.</summary>
public sealed class LyingServiceTests
{
    private const string Create = "New-PsMachine -Size 50 -TemplateId tkni3aa4 -MachineType P4000 -Region NY2";

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    public static TheoryData<PaperspaceApiVersion, string, string> Creates => new MatrixTheoryData<PaperspaceApiVersion, string, string>(
        [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1],
        ["", "-Wait", "-AllOrNothing", "-CapacityTimeout 1m"],
        ["another name", "an old date"]);

    public static TheoryData<PaperspaceApiVersion, string, string, string> Actions { get; } =
    [
        .. from api in new[] { PaperspaceApiVersion.Core, PaperspaceApiVersion.V1 }
           from action in new[] { ("Start", "off", "ready"), ("Stop", "ready", "off"), ("Restart", "ready", "ready") }
           select (api, action.Item1, action.Item2, action.Item3),
    ];

    /// <summary>The actions with the state from which they begin.</summary>
    public static TheoryData<PaperspaceApiVersion, string, string> Beginnings { get; } =
        [.. Actions.Select(row => (row.Data.Item1, row.Data.Item2, row.Data.Item3))];

    [Theory]
    [MemberData(nameof(Creates))]
    public void A_create_that_returns_an_existing_machine_leaves_that_machine_alone(
        PaperspaceApiVersion api, string parameters, string difference)
    {
        var traffic = new MachineTraffic();
        using var host = new FastHost(
            api,
            new SimulatorOptions { Seeds = [new MachineSeed { Id = "psold", Name = "old", State = "off", Region = "NY2", MachineType = "P4000" }] },
            hook: traffic.HandleAsync);
        var created = host.Clock.GetUtcNow() - (difference == "an old date" ? TimeSpan.FromDays(20) : TimeSpan.Zero);
        traffic.On(MachineTraffic.Create, (_, _) =>
            Task.FromResult(Existing(api, difference == "an old date" ? "a" : "old", created)));

        var outcome = host.Run($"'a' | {Create} {parameters}");

        Assert.Empty(outcome.Output);
        Assert.Contains(outcome.Errors, error => error.FullyQualifiedErrorId.StartsWith("OutcomeUnknown,", StringComparison.Ordinal));
        Assert.Equal("off", host.Run("Get-PsMachine -Id psold").Succeeded().Single<Machine>().State);
        Assert.Equal(0, traffic.Count(MachineTraffic.Destroy));
        Assert.Equal(0, traffic.Count(MachineTraffic.Start));
    }

    [Theory]
    [MemberData(nameof(Actions))]
    public void An_action_that_took_effect_although_its_responses_are_errors_is_awaited(
        PaperspaceApiVersion api, string action, string from, string to)
    {
        using var host = Start(api, action, from, afterEffect: true);

        var machine = host.Run($"{action}-PsMachine -Id ps0001 -Wait").Succeeded().Single<Machine>();

        Assert.Equal(to, machine.State);
    }

    [Theory]
    [MemberData(nameof(Beginnings))]
    public void An_action_whose_responses_are_errors_may_have_been_carried_out(PaperspaceApiVersion api, string action, string from)
    {
        foreach (var wait in new[] { "", "-Wait" })
        {
            using var host = Start(api, action, from, afterEffect: false);

            var error = host.Run($"{action}-PsMachine -Id ps0001 {wait}").Error;

            Assert.EndsWith("The request may have been carried out.", error.ToString(), StringComparison.Ordinal);
            Assert.Equal(from, host.Run("Get-PsMachine -Id ps0001").Succeeded().Single<Machine>().State);
        }
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_that_one_response_does_not_find_still_exists(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, new SimulatorOptions { Seeds = [Seed(1, "ready")] });
        host.Paperspace.Inject(new SimulatedFault { Path = "/stop$", Status = 404, Body = """{"message":"Machine not found","status":404}""" });

        var error = host.Run("Stop-PsMachine gpu-1").Error;

        Assert.Contains("but it exists", error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("no longer exists", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Stop-PsMachine gpu-2")]
    [InlineData("Stop-PsMachine *")]
    [InlineData("Stop-PsMachine gpu-1")]
    [InlineData("Get-PsMachine gpu-2")]
    [InlineData("Remove-PsMachine gpu-2 -Confirm:$false")]
    [InlineData("New-PsSnapshot -Machine gpu-2 -Name s1")]
    public void A_list_that_ends_early_is_reported_by_every_command_that_looks_names_up(string command)
    {
        using var host = new FastHost(
            PaperspaceApiVersion.V1,
            new SimulatorOptions { Seeds = [Seed(1, "ready"), Seed(2, "ready")] },
            hook: async (request, send, _) => MachineRequests.IsList(request)
                ? Json("""{"hasMore":true,"items":[{"id":"ps0001","name":"gpu-1","state":"ready"}]}""")
                : await send());

        var outcome = host.Run(command);

        Assert.Contains(outcome.Warnings, warning => warning.Contains("The list may be incomplete", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_malformed_record_does_not_prevent_the_stop_of_another_machine(PaperspaceApiVersion api)
    {
        const string Items = """[null,{"id":"ps0001","name":"gpu-1","state":"ready"},{"name":"gpu-1"},"x"]""";
        using var host = new FastHost(
            api,
            new SimulatorOptions { Seeds = [Seed(1, "ready")] },
            hook: async (request, send, _) => MachineRequests.IsList(request)
                ? Json(api == PaperspaceApiVersion.V1 ? "{\"items\":" + Items + "}" : Items)
                : await send());

        var outcome = host.Run("Stop-PsMachine gpu-1 -PassThru");

        Assert.Empty(outcome.Errors);
        Assert.Equal("ps0001", outcome.Single<Machine>().Id);
        Assert.Contains(outcome.Warnings, warning => warning.Contains("3 of 4 items could not be read", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_that_was_created_by_a_rate_limited_request_is_reported(PaperspaceApiVersion api)
    {
        foreach (var parameters in new[] { "", "-Wait", "-Minimum 1" })
        {
            using var host = new FastHost(api, new SimulatorOptions());
            host.Paperspace.Inject(new SimulatedFault { Method = "POST", Status = 429, HasApiBody = true, AfterEffect = true });
            host.Paperspace.Inject(new SimulatedFault { Method = "POST", Status = 429, HasApiBody = true, Times = int.MaxValue });

            var outcome = host.Run($"'a' | {Create} {parameters}");

            var machine = host.Run("Get-PsMachine a").Succeeded().Single<Machine>();
            Assert.Contains(
                outcome.Errors, error => error.ToString().Contains($"probably created: {machine.Id} (a)", StringComparison.Ordinal));
        }
    }

    private static FastHost Start(PaperspaceApiVersion api, string action, string from, bool afterEffect)
    {
        var host = new FastHost(api, new SimulatorOptions { Seeds = [Seed(1, from)] });
        host.Paperspace.Inject(new SimulatedFault
        {
            Path = $"/{action.ToLowerInvariant()}$",
            Status = 500,
            HasApiBody = true,
            AfterEffect = afterEffect,
            Times = int.MaxValue,
        });
        return host;
    }

    private static MachineSeed Seed(int number, string state) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"ps{number:0000}"),
        Name = string.Create(CultureInfo.InvariantCulture, $"gpu-{number}"),
        State = state,
        Region = "NY2",
        MachineType = "P4000",
    };

    private static HttpResponseMessage Existing(PaperspaceApiVersion api, string name, DateTimeOffset created)
    {
        var machine = $$"""{"id":"psold","name":"{{name}}","state":"off","dtCreated":"{{created.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}}"}""";
        return Json(api == PaperspaceApiVersion.V1 ? "{\"data\":" + machine + "}" : machine);
    }

    private static HttpResponseMessage Json(string body) =>
        new(HttpStatusCode.OK) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
}
