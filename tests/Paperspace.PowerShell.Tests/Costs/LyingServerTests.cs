using System.Text;
using System.Text.RegularExpressions;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Costs;

/// <summary>No response makes a budget pass by leaving something out.</summary>
public sealed partial class LyingServerTests
{
    private static readonly MachineSeed One = new() { Id = "psaaa", Name = "one", State = "ready" };

    private static readonly string[] Lists =
        ["machines", "machine-events", "public-ips", "custom-templates", "shared-drives", "snapshots"];

    public static TheoryData<string, string, string> CutOffLists { get; } =
    [
        .. from list in Lists
           from cursor in new[] { "null", "\"again\"" }
           // The events are newest first: those before the creation are not needed.
           where list != "machine-events" || cursor == "null"
           select (
               list,
               cursor,
               list switch
               {
                   "machine-events" => "one (psaaa) in 2022-03: its events are incomplete or contradict its state",
                   "public-ips" => "static addresses in 2022-03: the list may be incomplete",
                   _ => $"{list.Replace('-', ' ')} in 2022-03: the list may be incomplete",
               }),
    ];

    [Theory]
    [MemberData(nameof(CutOffLists))]
    public void A_list_that_is_cut_off_is_an_unknown_cost(string list, string cursor, string says)
    {
        using var host = NewHost(
            PaperspaceApiVersion.V1,
            path => path.EndsWith($"/{list}", StringComparison.Ordinal),
            body => Cursor().Replace(HasMore().Replace(body, "\"hasMore\":true"), $"\"nextPage\":{cursor}"));
        AssertIncomplete(host.Run("Measure-PsMachineCost -Budget 100000"), says);
        foreach (var by in new[] { "Machine", "Kind" })
        {
            var rows = host.Run($"Measure-PsMachineCost -By {by}").All<MachineCost>();
            Assert.Contains(rows, row => !row.IsComplete && row.Missing!.Contains(says, StringComparison.Ordinal));
            Assert.Equal(by == "Machine" ? 1 : 2, rows.Sum(row => row.MachineCount));
        }
    }

    [Fact]
    public void A_wildcard_in_a_list_that_is_cut_off_is_an_unknown_cost()
    {
        using var host = NewHost(
            PaperspaceApiVersion.V1,
            path => path.EndsWith("/machines", StringComparison.Ordinal),
            body => HasMore().Replace(body, "\"hasMore\":true"));
        AssertIncomplete(host.Run("'one*' | Measure-PsMachineCost -Budget 100000"), "machines in 2022-03: the list may be incomplete");
    }

    [Fact]
    public void A_Core_list_that_repeats_its_page_is_an_unknown_cost()
    {
        string? first = null;
        using var host = NewHost(
            PaperspaceApiVersion.Core,
            path => path.EndsWith("/getMachines", StringComparison.Ordinal),
            body => first ??= body,
            [.. Enumerable.Range(0, 100).Select(i => new MachineSeed { Id = $"ps{i:000}", Name = $"m{i}", State = "off" })]);
        AssertIncomplete(host.Run("Measure-PsMachineCost -Budget 100000"), "machines in 2022-03: the list may be incomplete");
    }

    [Theory]
    [InlineData("""{"machineId":"psaaa","utilization":null,"storageUtilization":null}""")]
    [InlineData("{}")]
    public void A_machine_without_a_usage_counts_and_is_unknown(string usage)
    {
        using var host = NewHost(PaperspaceApiVersion.Core, path => path.EndsWith("/getUtilization", StringComparison.Ordinal), _ => usage);
        foreach (var script in new[] { "", "Get-PsMachineUtilization | " })
        {
            var outcome = host.Run(script + "Measure-PsMachineCost -Budget 1");
            var total = outcome.Single<MachineCost>();
            Assert.Equal((1, null, false), (total.MachineCount, total.Cost, total.IsComplete));
            AssertIncomplete(outcome, "one (psaaa) in 2022-03: its usage is unknown");
        }
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "\"(hourlyRate|monthlyRate)\":\"[^\"]*\"", "\"$1\":\"0.00\"")]
    [InlineData(PaperspaceApiVersion.V1, "\"(usageRate|storageRate)\":[^,}]+", "\"$1\":0")]
    public void A_rate_of_zero_is_the_list_price_and_marked(PaperspaceApiVersion api, string rate, string zero)
    {
        using var host = NewHost(api, _ => true, body => Regex.Replace(body, rate, zero));
        host.Clock.Advance(TimeSpan.FromHours(10));
        var use = host.Run("Get-PsMachineUtilization psaaa").Succeeded().Single<MachineUtilization>();
        Assert.Equal((0.51m, 5m, true, true), (use.HourlyRate, use.StorageMonthlyRate, use.IsListPrice, use.IsComplete));
        Assert.True(use.ComputeCost >= 5.10m);
        var total = host.Run("Get-PsMachine | Measure-PsMachineCost").Succeeded().Single<MachineCost>();
        Assert.Equal((use.Cost, 1), (total.Cost, total.ListPriceCount));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public void A_machine_of_the_future_counts(PaperspaceApiVersion api)
    {
        using var host = NewHost(api, _ => true, body => Created().Replace(body, "\"dtCreated\":\"2099-01-01T00:00:00.000Z\""));
        host.Clock.Advance(TimeSpan.FromHours(10));
        var outcome = host.Run("Measure-PsMachineCost -Budget 0.01");
        Assert.Equal(1, outcome.Single<MachineCost>().MachineCount);
        Assert.StartsWith("BudgetExceeded,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void An_address_of_an_unlisted_machine_is_no_saving_if_the_list_is_cut_off()
    {
        using var host = NewHost(
            PaperspaceApiVersion.V1,
            path => path.EndsWith("/machines", StringComparison.Ordinal),
            _ => """{"hasMore":true,"nextPage":null,"items":[]}""",
            One with { AssignPublicIp = true });
        var outcome = host.Run("Get-PsCostRecommendation -Finding UnassignedPublicIp");
        Assert.Empty(outcome.All<CostRecommendation>());
        Assert.Contains(outcome.Warnings, warning => warning.Contains("may be incomplete", StringComparison.Ordinal));
    }

    private static void AssertIncomplete(Outcome outcome, string says)
    {
        Assert.StartsWith("CostIncomplete,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, outcome.Error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Starts an account whose responses from some paths are changed.</summary>
    private static FastHost NewHost(
        PaperspaceApiVersion api, Func<string, bool> isChanged, Func<string, string> change, params MachineSeed[] machines) => new(
        api,
        null,
        async (request, send, token) =>
        {
            // The server ignores the cursor that the test added.
            if (request.RequestUri!.Query.Contains("after=again", StringComparison.Ordinal))
                request.RequestUri = new Uri(request.RequestUri.ToString().Replace("after=again", "", StringComparison.Ordinal));
            var response = await send();
            if (request.Method != HttpMethod.Get || !isChanged(request.RequestUri!.AbsolutePath)) return response;
            var body = await response.Content.ReadAsStringAsync(token);
            response.Content = new StringContent(change(body), Encoding.UTF8, "application/json");
            return response;
        },
        machines is [] ? [One] : machines);

    [GeneratedRegex("\"hasMore\":(true|false)")]
    private static partial Regex HasMore();

    [GeneratedRegex("\"nextPage\":(null|\"[^\"]*\")")]
    private static partial Regex Cursor();

    [GeneratedRegex("\"dtCreated\":\"[^\"]*\"")]
    private static partial Regex Created();
}
