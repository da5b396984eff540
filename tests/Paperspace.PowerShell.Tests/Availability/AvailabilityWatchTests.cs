using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Availability;

/// <summary>Availability as a matrix, and watched.</summary>
public sealed class AvailabilityWatchTests
{
    private static readonly SimulatorOptions Never = new() { CapacitySchedule = new() { Available = TimeSpan.Zero } };

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    [Theory]
    [InlineData(PaperspaceApiVersion.Core)]
    [InlineData(PaperspaceApiVersion.V1)]
    public void Without_parameters_every_type_of_the_API_is_checked_in_every_region(PaperspaceApiVersion api)
    {
        var types = api == PaperspaceApiVersion.V1 ? MachineTypes.Known : MachineTypes.DedicatedGpu;
        using var host = new FastHost(api, new SimulatorOptions());
        var availabilities = host.Run("Get-PsMachineAvailability").Succeeded().All<MachineAvailability>();
        Assert.Equal(types.Count * Regions.Known.Count, availabilities.Count);
        var rows = host.Run("Get-PsMachineAvailability -Matrix").Succeeded().All<MachineTypeAvailability>();
        Assert.Equal(types, rows.Select(row => row.MachineType));
        Assert.All(rows, row => Assert.Equal(["NY2", "CA1", "AMS1"], row.Regions.Keys));
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_row_has_its_regions_as_columns_and_can_be_piped_to_New_PsMachine(PaperspaceApiVersion api)
    {
        using var host = new FastHost(api, Never);
        host.Paperspace.SetCapacity("AMS1", "P5000", available: true);
        host.Paperspace.SetCapacity("CA1", "P5000", available: true);
        var row = host.Run("Get-PsMachineAvailability -MachineType P4000, P5000 -Matrix | Where-Object Available")
            .Succeeded()
            .Single<MachineTypeAvailability>();
        Assert.Equal((false, true, true), (row.NY2, row.CA1, row.AMS1));
        Assert.Equal(["CA1", "AMS1"], row.Region);
        Assert.Null(row.Elsewhere);
        var machine = host.Run(
                "Get-PsMachineAvailability -MachineType P4000, P5000 -Matrix | Where-Object Available | New-PsMachine x -Size 50 "
                    + "-TemplateId tkni3aa4")
            .Succeeded()
            .Single<Machine>();
        Assert.Equal("P5000", machine.MachineType);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Watching_returns_the_initial_values_and_then_only_changes(PaperspaceApiVersion api)
    {
        using var host = StartChanging(api);
        var availabilities = host.Run("Get-PsMachineAvailability NY2, CA1 P4000 -Watch -Timeout 10m -PollInterval 1m").Succeeded();
        Assert.Equal(
            [("NY2", false), ("CA1", false), ("NY2", true), ("NY2", false)],
            availabilities.All<MachineAvailability>().Select(availability => (availability.Region, availability.Available!.Value)));
        Assert.Equal(11, host.Paperspace.Log.Count / 2);
        Assert.True(availabilities.All<MachineAvailability>()[^1].ReadAt > availabilities.All<MachineAvailability>()[0].ReadAt);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Watching_rows_returns_the_changed_row(PaperspaceApiVersion api)
    {
        using var host = StartChanging(api);
        var rows = host.Run("Get-PsMachineAvailability NY2, CA1 P4000, P5000 -Matrix -Watch -Timeout 10m -PollInterval 1m")
            .Succeeded()
            .All<MachineTypeAvailability>();
        Assert.Equal(["P4000 False", "P5000 False", "P4000 True", "P4000 False"], rows.Select(row => $"{row.MachineType} {row.NY2}"));
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "Available")]
    [InlineData(PaperspaceApiVersion.V1, "available")]
    public void Until_Available_ends_with_the_available_types(PaperspaceApiVersion api, string until)
    {
        using var host = new FastHost(api, new SimulatorOptions { CapacitySchedule = new() });
        var availabilities = host.Run($"Get-PsMachineAvailability -MachineType P4000 -Until {until} -Timeout 1h")
            .Succeeded()
            .All<MachineAvailability>();
        Assert.Equal(4, availabilities.Count);
        Assert.Equal([false, false, false, true], availabilities.Select(availability => availability.Available!.Value));
    }

    [Fact]
    public void Until_Available_is_an_error_at_the_time_limit()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, Never);
        var error = host.Run("Get-PsMachineAvailability NY2 P4000 -Until Available -Timeout 5m").Error;
        Assert.StartsWith("WaitTimeout,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("P4000 in East Coast (NY2)", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_poll_interval_has_a_minimum_and_many_types_are_polled_less_often()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, Never);
        host.Run("Get-PsMachineAvailability NY2 P4000 -Watch -Timeout 60 -PollInterval 0.01").Succeeded();
        Assert.NotEmpty(host.Clock.Pauses);
        Assert.All(host.Clock.Pauses, pause => Assert.True(pause >= TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public void A_lasting_failure_is_reported_once_and_the_others_continue()
    {
        var traffic = new MachineTraffic();
        var count = 0;
        traffic.On(MachineTraffic.Availability, async (send, _) =>
            Interlocked.Increment(ref count) % 2 == 0
                ? new HttpResponseMessage(System.Net.HttpStatusCode.Forbidden)
                {
                    Content = new StringContent("""{"message":"No.","code":"FORBIDDEN"}"""),
                }
                : await send());
        using var host = new FastHost(PaperspaceApiVersion.V1, Never, hook: traffic.HandleAsync);
        var outcome = host.Run("Get-PsMachineAvailability NY2, CA1 P4000 -Watch -Timeout 5m -ThrottleLimit 1");
        Assert.Single(outcome.Errors);
        Assert.Single(outcome.Output);
    }

    [Fact]
    public async Task Stopping_ends_a_watch()
    {
        var gate = new Gate();
        var traffic = new MachineTraffic().Hold(MachineTraffic.Availability, gate, after: 3);
        using var host = new FastHost(PaperspaceApiVersion.V1, Never, hook: traffic.HandleAsync);
        using var shell = host.Session.Start("Get-PsMachineAvailability NY2 P4000 -Watch");
        var running = shell.BeginInvoke();
        await gate.ArrivedAsync(1);
        shell.Stop();
        Assert.Throws<System.Management.Automation.PipelineStoppedException>(() => shell.EndInvoke(running));
    }

    [Fact]
    public void Settings_of_a_watch_without_a_watch_are_a_warning()
    {
        using var host = new FastHost();
        Assert.Contains(
            "-Watch",
            Assert.Single(host.Run("Get-PsMachineAvailability NY2 P4000 -Timeout 5").Succeeded().Warnings),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Core")]
    [InlineData("V1")]
    public void A_simulated_account_can_have_scarce_types(string api)
    {
        using var session = new Session();
        var availabilities = session
            .Run(
                $"Connect-PsAccount -Simulator -ScarceMachineType P5000, V100 -ApiVersion {api}; Get-PsMachineAvailability -MachineType "
                    + "P4000, P5000")
            .Succeeded()
            .All<MachineAvailability>();
        var plenty = availabilities.Where(availability => availability.MachineType == "P4000").ToArray();
        Assert.Equal(Regions.Known.Count, plenty.Length);
        Assert.All(plenty, availability => Assert.True(availability.Available));
        Assert.InRange(availabilities.Count(availability => availability is { MachineType: "P5000", Available: true }), 0, 1);
    }

    /// <summary>An account that gets capacity for P4000 in New York after three minutes, for two.</summary>
    private static FastHost StartChanging(PaperspaceApiVersion api)
    {
        FastHost? host = null;
        DateTimeOffset? begin = null;
        var traffic = new MachineTraffic().On(MachineTraffic.Availability, async (send, _) =>
        {
            var elapsed = host!.Clock.GetUtcNow() - (begin ??= host.Clock.GetUtcNow());
            host.Paperspace.SetCapacity("NY2", "P4000", elapsed >= TimeSpan.FromMinutes(3) && elapsed < TimeSpan.FromMinutes(5));
            return await send();
        });
        return host = new FastHost(api, Never, hook: traffic.HandleAsync);
    }
}
