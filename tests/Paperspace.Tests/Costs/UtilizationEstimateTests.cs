namespace Paperspace.Tests.Costs;

/// <summary>What a month cost by the rates and events of the V1 API, against figures that were worked out by hand.</summary>
/// <remarks>
/// The machine costs $0.50 an hour while it runs and $84.00 a month for its storage: $3.00 a day in a February of 28 days, $2.80 in a month
/// of 30 days, $2.7097 in one of 31. It runs from the end of its start to the end of its stop.
/// </remarks>
public sealed class UtilizationEstimateTests
{
    private static string[] Night { get; } =
    [
        "create 2025-12-01T00:00:00Z 2025-12-01T00:00:00Z",
        "start 2025-12-31T19:59:00Z 2025-12-31T20:00:00Z",
        "stop 2026-01-01T05:58:00Z 2026-01-01T06:00:00Z",
    ];

    private static string[] Made { get; } =
    ["create 2026-04-11T00:00:00Z 2026-04-11T00:00:00Z", "start 2026-04-11T00:00:00Z 2026-04-11T00:00:00Z"];

    // All of it in UTC, each case read at its last column.
    //
    // | case | month, days | ran in it | compute | storage kept | storage | cost | still to come | projected |
    // |---|---|---|---|---|---|---|---|---|
    // | a whole February | 2026-02, 28 | 28 d = 672 h | 336.00 | 28/28 | 84.00 | 420.00 | - | 420.00 |
    // | a February of a leap year | 2024-02, 29 | 29 d = 696 h | 348.00 | 29/29 | 84.00 | 432.00 | - | 432.00 |
    // | a night from December | 2025-12, 31 | 20:00-24:00 = 4 h | 2.00 | 31/31 | 84.00 | 86.00 | - | 86.00 |
    // | ... to January, on the 16th | 2026-01, 31 | 0:00-6:00 = 6 h | 3.00 | 15/31 | 40.645 = 40.65 | 43.65 | 16 d = 384 h at 6/360: 6.4 h
    // | 12.4 h = 6.20, + 84.00 = 90.20 | | made on the 11th, runs since | 2026-04, 30 | 5 d = 120 h | 60.00 | 5/30 | 14.00 | 74.00 | 15 d =
    // 360 h at 120/120 | 480 h = 240.00, 20/30 = 56.00: 296.00 | | before it was made | 2026-03, 31 | - | 0.00 | 0/31 | 0.00 | 0.00 | - |
    // 0.00 | | a month that has not begun | 2026-05, 31 | - | 0.00 | 0/31 | 0.00 | 0.00 | nothing to tell from | - |
    // | on for three months | 2026-02, 28 | 672 h | 336.00 | 28/28 | 84.00 | 420.00 | - | 420.00 |
    public static TheoryData<string, string, string[], string, string, double, decimal, decimal?> Cases { get; } =
        new()
        {
            {
                "a whole February",
                "2026-01-10T00:00:00Z",
                ["create 2026-01-10T00:00:00Z 2026-01-10T00:01:00Z", "start 2026-01-10T00:01:00Z 2026-01-10T00:02:00Z"],
                "2026-02",
                "2026-03-05T00:00:00Z",
                672,
                420.00m,
                420.00m
            },
            {
                "a February of a leap year",
                "2024-01-10T00:00:00Z",
                ["create 2024-01-10T00:00:00Z 2024-01-10T00:01:00Z", "start 2024-01-10T00:01:00Z 2024-01-10T00:02:00Z"],
                "2024-02",
                "2024-03-05T00:00:00Z",
                696,
                432.00m,
                432.00m
            },
            { "a night from December", "2025-12-01T00:00:00Z", [.. Night], "2025-12", "2026-01-16T00:00:00Z", 4, 86.00m, 86.00m },
            { "a night to January", "2025-12-01T00:00:00Z", [.. Night], "2026-01", "2026-01-16T00:00:00Z", 6, 43.65m, 90.20m },
            { "made on the 11th, runs since", "2026-04-11T00:00:00Z", [.. Made], "2026-04", "2026-04-16T00:00:00Z", 120, 74.00m, 296.00m },
            { "before it was made", "2026-04-11T00:00:00Z", [.. Made], "2026-03", "2026-04-16T00:00:00Z", 0, 0.00m, 0.00m },
            { "a month that has not begun", "2026-04-11T00:00:00Z", [.. Made], "2026-05", "2026-04-16T00:00:00Z", 0, 0.00m, null },
            {
                "on for three months",
                "2025-12-10T00:00:00Z",
                ["start 2025-12-10T00:00:00Z 2025-12-10T00:02:00Z"],
                "2026-02",
                "2026-03-05T00:00:00Z",
                672,
                420.00m,
                420.00m
            },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task The_figures_are_those_worked_out_by_hand(
        string name, string created, string[] events, string month, string now, double hours, decimal cost, decimal? projected)
    {
        var use = await new MachineHistory
        {
            Created = created,
            State = name.StartsWith("a night", StringComparison.Ordinal) ? "off" : "ready",
        }
            .With(events)
            .ReadAsync(month, now);
        Assert.Equal((hours, cost, projected), (use.HoursUsed, use.Cost, use.ProjectedCost));
        Assert.Equal(
            (0.50m, 84m, month, true, null),
            (use.HourlyRate, use.StorageMonthlyRate, use.BillingMonth, use.IsEstimate, use.MissingData));
        Assert.Equal(("one", "P4000", "NY2"), (use.MachineName, use.MachineType, use.Region));
    }

    // Made on 10 March 0:00, ran from 0:30; its deletion began on the 12th at 12:30 and ended at 12:40.
    // It ran 60 h = $30.00. Its storage was kept 60 h 40 min = 218,400 s of the month's 2,678,400 s: $84.00 * 0.0815412 = $6.8495 = $6.85.
    [Theory]
    [InlineData("2026-03-20T00:00:00Z")]
    [InlineData("2026-05-01T00:00:00Z")]
    public async Task A_machine_created_and_deleted_within_the_month_costs_that_time(string now)
    {
        var history = new MachineHistory { Created = "2026-03-10T00:00:00Z", Exists = false }.With(
            "create 2026-03-10T00:00:00Z 2026-03-10T00:01:00Z",
            "start 2026-03-10T00:01:00Z 2026-03-10T00:30:00Z",
            "deactivate 2026-03-12T12:30:00Z 2026-03-12T12:40:00Z");
        var use = await history.ReadAsync("2026-03", now, history.ToMachine("2026-03-11T00:00:00Z"));
        Assert.Equal((60, 30.00m, 6.85m, 36.85m, 36.85m), (use.HoursUsed, use.ComputeCost, use.StorageCost, use.Cost, use.ProjectedCost));
        Assert.Equal((MachineHistory.Time("2026-03-12T12:40:00Z"), null), (use.DtDeleted, use.MissingData));
    }

    [Fact]
    public async Task A_deleted_machine_with_only_a_known_id_is_not_found()
    {
        var history = new MachineHistory { Created = "2026-03-10T00:00:00Z", Exists = false }.With(
            "deactivate 2026-03-12T12:30:00Z 2026-03-12T12:40:00Z");
        var error = await Assert.ThrowsAsync<PaperspaceException>(() => history.ReadAsync("2026-03", "2026-03-20T00:00:00Z"));
        Assert.Equal(PaperspaceErrorReason.MachineNotFound, error.Reason);
    }

    // On 10 April 2026, 0:00, unless the case says otherwise. Made on 1 April at 0:00: 9 d = 216 h.
    // | events | ran | hours |
    // |---|---|---|
    // | started on the 2nd, being stopped since the 9th | 2nd to now: 8 d | 192 |
    // | started on the 2nd, being started again is no second run | 8 d | 192 |
    // | a start that failed, one that was cancelled, one that goes on | never | 0 |
    // | started on the 2nd, restarted on the 5th | 8 d | 192 |
    // | started on the 2nd, forced off on the 4th | 2 d | 48 |
    // | started on the 2nd, a stop that failed on the 3rd | 8 d | 192 |
    // | started on the 2nd, a stop that was never marked as ended on the 3rd, started on the 6th | 1 d + 4 d | 120 |
    // | restarted while it was off, on the 5th | 5 d | 120 |
    [Theory]
    [InlineData("ready", 192, "start 2026-04-02 2026-04-02", "stop 2026-04-09 - in_progress")]
    [InlineData("ready", 192, "start 2026-04-02 2026-04-02", "start 2026-04-09 2026-04-09")]
    [InlineData("off", 0, "start 2026-04-02 2026-04-02 error out of capacity", "start 2026-04-03 - cancelled", "start 2026-04-09 - new")]
    [InlineData("ready", 192, "start 2026-04-02 2026-04-02", "restart 2026-04-05 2026-04-05")]
    [InlineData("off", 48, "start 2026-04-02 2026-04-02", "vm-shutdown-force 2026-04-04 2026-04-04")]
    [InlineData("ready", 192, "start 2026-04-02 2026-04-02", "stop 2026-04-03 2026-04-03 error it would not")]
    [InlineData("ready", 120, "start 2026-04-02 2026-04-02", "stop 2026-04-03 - in_progress", "start 2026-04-06 2026-04-06")]
    [InlineData("ready", 216, "restart 2026-04-05 2026-04-05")]
    public async Task Failed_and_pending_events_change_nothing(string state, double hours, params string[] events)
    {
        var use = await new MachineHistory { Created = "2026-04-01T00:00:00Z", State = state }
            .With([.. events.Prepend("create 2026-04-01 2026-04-01").Select(Complete)])
            .ReadAsync("2026-04", "2026-04-10T00:00:00Z");
        Assert.Equal(hours, use.HoursUsed);
    }

    // A start on the 2nd that ended as an error without a message; read on 10 April, 0:00.
    [Theory]
    [InlineData("ready", 192, true)]
    [InlineData("off", 0, false)]
    [InlineData("ready", 96, false, "start 2026-04-06 2026-04-06")]
    [InlineData("off", 24, true, "stop 2026-04-03 2026-04-03")]
    public async Task An_error_without_a_message_is_decided_by_later_events_or_the_state(
        string state,
        double hours,
        bool counts,
        params string[] later)
    {
        var use = await new MachineHistory { Created = "2026-04-01T00:00:00Z", State = state }
            .With([.. new[] { "create 2026-04-01 2026-04-01", "start 2026-04-02 2026-04-02 error" }.Concat(later).Select(Complete)])
            .ReadAsync("2026-04", "2026-04-10T00:00:00Z");
        Assert.Equal(hours, use.HoursUsed);
        Assert.Equal(
            counts ? "The outcome of its start of 2026-04-02 00:00 UTC is unknown and assumed to be a success." : null,
            use.MissingData);
    }

    // Made in January; read on 11 April, 0:00: 10 d = 240 h of the month so far.
    [Theory]
    [InlineData(
        "off",
        96,
        "Its events begin at 2026-04-05 00:00 UTC. Before that, it is assumed to have been running, as the first event implies.",
        "stop 2026-04-05 2026-04-05")]
    [InlineData(
        "ready",
        144,
        "Its events begin at 2026-04-05 00:00 UTC. Before that, it is assumed to have been off, as the first event implies.",
        "start 2026-04-05 2026-04-05")]
    [InlineData("ready", 240, "No event shows when it ran. It is assumed to have been ready the whole time, as it is now.")]
    [InlineData(
        "off",
        0,
        "No event shows when it ran. It is assumed to have been off the whole time, as it is now.",
        "snapshot-create 2026-04-05 2026-04-05")]
    [InlineData(
        "off",
        144,
        "It is off now, contrary to its events. The hours since 2026-04-05 00:00 UTC may be wrong.",
        "stop 2026-03-30 2026-03-30",
        "start 2026-04-05 2026-04-05")]
    public async Task Missing_events_are_reported(string state, double hours, string missing, params string[] events)
    {
        var use = await new MachineHistory { Created = "2026-01-05T00:00:00Z", State = state }
            .With([.. events.Select(Complete)])
            .ReadAsync("2026-04", "2026-04-11T00:00:00Z");
        Assert.Equal((hours, missing), (use.HoursUsed, use.MissingData));
    }

    // Made on 1 April; read on the 10th, 0:00: 9 d = 216 h so far.
    //
    // | case | state | ran | complete |
    // |---|---|---|---|
    // | the only start is 23 h ahead | ready | unknown | no |
    // | stopped on the 3rd, runs now | ready | 1 d = 24 h at least | no |
    // | stopped on the 3rd, and an event of long ago that never ended | ready | 24 h at least | no |
    // | stopped 5 min ago, and the state may lag | ready | 192 h - 5 min | yes |
    // | stopped on the 3rd, being started | starting | 24 h | yes |
    // | stopped on the 3rd, off | off | 24 h | yes |
    // | created, never started, runs | ready | since its creation: 216 h | yes |
    [Theory]
    [InlineData("ready", 0, false, "Its start of 2026-04-10 23:00 UTC is in the future", "start 2026-04-10T23:00:00Z 2026-04-10T23:00:00Z")]
    [InlineData("ready", 24, false, "contrary to its events", "start 2026-04-02 2026-04-02", "stop 2026-04-03 2026-04-03")]
    [InlineData(
        "ready", 24, false, "contrary to its events", "start 2026-04-02 2026-04-02", "stop 2026-04-03 2026-04-03", "snapshot-create 2026-04-04 - new")]
    [InlineData("ready", 191.92, true, "contrary to its events", "start 2026-04-02 2026-04-02", "stop 2026-04-09T23:54:00Z 2026-04-09T23:55:00Z")]
    [InlineData("starting", 24, true, null, "start 2026-04-02 2026-04-02", "stop 2026-04-03 2026-04-03", "start 2026-04-09T23:59:00Z - new")]
    [InlineData("off", 24, true, null, "start 2026-04-02 2026-04-02", "stop 2026-04-03 2026-04-03")]
    [InlineData("ready", 216, true, "No event shows that it was started.", "snapshot-create 2026-04-04 2026-04-04")]
    public async Task Hours_that_may_be_too_low_are_incomplete(
        string state, double hours, bool isComplete, string? missing, params string[] events)
    {
        var use = await new MachineHistory { Created = "2026-04-01T00:00:00Z", State = state }
            .With([.. events.Prepend("create 2026-04-01 2026-04-01").Select(Complete)])
            .ReadAsync("2026-04", "2026-04-10T00:00:00Z");
        Assert.Equal((hours, isComplete), (use.HoursUsed, use.IsComplete));
        if (missing is null) Assert.Null(use.MissingData);
        else Assert.Contains(missing, use.MissingData, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_creation_in_the_future_is_ignored()
    {
        var use = await new MachineHistory { Created = "2027-04-01T00:00:00Z" }
            .With(Complete("start 2026-04-02 2026-04-02"))
            .ReadAsync("2026-04", "2026-04-10T00:00:00Z");
        Assert.Equal((192, 96.00m, 25.20m), (use.HoursUsed, use.ComputeCost, use.StorageCost));
        Assert.Contains("2027-04-01 00:00 UTC, is in the future and is ignored.", use.MissingData, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_event_list_that_is_cut_off_makes_the_hours_incomplete(bool isCutOff)
    {
        var use = await new MachineHistory { Created = "2026-04-01T00:00:00Z", State = "off", IsCutOff = isCutOff }
            .With([.. new[] { "start 2026-04-08 2026-04-08", "stop 2026-04-09 2026-04-09" }.Select(Complete)])
            .ReadAsync("2026-04", "2026-04-10T00:00:00Z");
        Assert.Equal((24, !isCutOff), (use.HoursUsed, use.IsComplete));
        Assert.Equal(isCutOff, use.MissingData!.Contains("The list may be incomplete", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rates_that_changed_or_are_incomplete_are_reported()
    {
        var history = new MachineHistory
        {
            Created = "2026-04-01T00:00:00Z",
            Reservation =
                """{"name":"Spring","id":"0b1","dtStarted":"2026-01-01T00:00:00.000Z","dtFinished":"2026-07-01T00:00:00.000Z","isActive":true}""",
        }.With([
            .. new[] { "create 2026-04-01 2026-04-01", "start 2026-04-02 2026-04-02", "vm-upgrade 2026-04-05 2026-04-05" }.Select(Complete),
        ]);
        var use = await history.ReadAsync("2026-04", "2026-04-10T00:00:00Z");
        Assert.Equal(
            "Its type or disk was changed on 2026-04-05 00:00 UTC. Usage before that is priced at the current rates. It belongs to "
                + "reservation Spring, which may be billed separately.",
            use.MissingData);
    }

    [Fact]
    public async Task A_machine_without_a_price_costs_the_known_part()
    {
        var history = new MachineHistory { Created = "2026-04-01T00:00:00Z", HourlyRate = null }
            .With([.. new[] { "create 2026-04-01 2026-04-01", "start 2026-04-02 2026-04-02" }.Select(Complete)]);
        var use = await history.ReadAsync("2026-04", "2026-04-16T00:00:00Z");
        Assert.Equal(
            (null, 42.00m, 42.00m, "The hourly price is unknown."),
            (use.ComputeCost, use.StorageCost, use.Cost, use.MissingData));
    }

    [Fact]
    public async Task Rates_of_the_specified_machine_are_used_unless_it_changed()
    {
        string[] events = ["create 2026-04-01T00:00:00Z 2026-04-01T00:00:00Z", "start 2026-04-02T00:00:00Z 2026-04-02T00:00:00Z"];
        var history = new MachineHistory { Created = "2026-04-01T00:00:00Z" }.With(events);
        var given = history.ToMachine("2026-04-05T00:00:00Z");
        given.HourlyRate = 2m;
        var (read, requests) = await history.ReadAsync(["2026-04"], "2026-04-10T00:00:00Z", given);
        Assert.Equal(2m, read[0].HourlyRate);
        Assert.DoesNotContain(requests, request => request.Path.EndsWith(MachineHistory.Id, StringComparison.Ordinal));

        (read, requests) = await history
            .With("vm-upgrade 2026-04-06T00:00:00Z 2026-04-06T00:01:00Z")
            .ReadAsync(["2026-04"], "2026-04-10T00:00:00Z", given);
        Assert.Equal(0.50m, read[0].HourlyRate);
        Assert.Contains(requests, request => request.Path.EndsWith(MachineHistory.Id, StringComparison.Ordinal));
    }

    // Started each day at 8:00 and stopped at 18:00 since 1 January: 10 h a day. Two events a day, 6 a page: 3 days a page.
    // At noon on 5 April: April has 4 whole days and 4 hours = 44 h, for which the two pages from the 5th to 31 March are enough.
    // March has 31 days = 310 h.
    [Fact]
    public async Task Events_are_read_as_far_back_as_the_months_need()
    {
        var days = Enumerable.Range(0, 95).Select(day => new DateTime(2026, 1, 1).AddDays(day)).ToArray();
        var history = new MachineHistory { Created = "2026-01-01T00:00:00Z", PageSize = 6 }
            .With("create 2026-01-01T00:00:00Z 2026-01-01T00:00:00Z")
            .With([.. days.Select(day => FormattableString.Invariant($"start {day:yyyy-MM-dd}T08:00:00Z {day:yyyy-MM-dd}T08:00:00Z"))])
            .With([
                .. days.Take(94).Select(day => FormattableString.Invariant($"stop {day:yyyy-MM-dd}T18:00:00Z {day:yyyy-MM-dd}T18:00:00Z")),
            ]);
        var (april, few) = await history.ReadAsync(["2026-04"], "2026-04-05T12:00:00Z", history.ToMachine("2026-04-05T12:00:00Z"));
        Assert.Equal((44, 22.00m, null), (april[0].HoursUsed, april[0].ComputeCost, april[0].MissingData));
        // One page more may have been prefetched.
        Assert.InRange(few.Count, 2, 3);

        var (both, more) = await history.ReadAsync(
            ["2026-04", "2026-03"],
            "2026-04-05T12:00:00Z",
            history.ToMachine("2026-04-05T12:00:00Z"));
        Assert.Equal([44, 310], both.Select(month => month.HoursUsed));
        Assert.InRange(more.Count, 12, 14);
    }

    private static string Complete(string text) =>
        string.Join(' ', text.Split(' ').Select(part => part.Length == 10 && part[4] == '-' ? part + "T00:00:00Z" : part));
}
