namespace Paperspace.Tests.Nouns;

/// <summary>What the nouns know without a client.</summary>
public sealed class NounTests
{
    [Theory]
    [InlineData("NY2", "East Coast (NY2)")]
    [InlineData(" ams1 ", "Europe (AMS1)")]
    [InlineData("west coast (ca1)", "West Coast (CA1)")]
    [InlineData("GCP West", "GCP West")]
    [InlineData("", "")]
    public void A_region_has_a_full_name(string region, string full) => Assert.Equal(full, Regions.FullName(region));

    [Theory]
    [InlineData("East Coast (NY2)", "NY2")]
    [InlineData("Mars (M1)", "M1")]
    [InlineData("GCP West", "GCP West")]
    [InlineData("()", "")]
    [InlineData(")", ")")]
    [InlineData(null, null)]
    public void A_region_has_a_short_name(string? region, string? shortName) => Assert.Equal(shortName, Regions.ShortName(region));

    [Theory]
    [InlineData("East Coast (NY2)", "NY2")]
    [InlineData("ny2", "NY2")]
    [InlineData(" Ams1 ", "AMS1")]
    [InlineData("Mars (M1)", "Mars (M1)")]
    [InlineData("", "")]
    [InlineData(null, null)]
    public void A_known_region_is_normalized(string? region, string? normalized) => Assert.Equal(normalized, Regions.Normalize(region));

    [Theory]
    [InlineData("East Coast (NY2)", "ny2", true)]
    [InlineData("NY2", "CA1", false)]
    [InlineData("Mars", "mars", true)]
    [InlineData(null, null, true)]
    [InlineData(null, "NY2", false)]
    public void Names_of_the_same_region_are_the_same(string? first, string? second, bool same) =>
        Assert.Equal(same, Regions.AreSame(first, second));

    [Theory]
    [InlineData("ready", "ready", true)]
    [InlineData("Ready", "ready", true)]
    [InlineData("ready", "serviceready", true)]
    [InlineData("serviceReady", "serviceready", true)]
    [InlineData("serviceready", "ready", false)]
    [InlineData("off", "ready", false)]
    [InlineData(null, "off", false)]
    public void A_machine_that_is_ready_has_passed_serviceready(string? state, string wanted, bool satisfied) =>
        Assert.Equal(satisfied, MachineStates.Satisfies(state, wanted));

    [Theory]
    [InlineData("Windows 10 (Pro) - Unlicensed", true, false)]
    [InlineData("Ubuntu 18.04.1 LTS; uname: 4.15.0-38-generic; distro: ubuntu; major: 18; minor: 04", false, true)]
    [InlineData("ubuntu", false, true)]
    [InlineData("Centos 7 Server", false, false)]
    [InlineData(null, false, false)]
    public void A_template_knows_its_kind_of_system(string? os, bool windows, bool ubuntu)
    {
        var template = new Template { Os = os };
        Assert.Equal((windows, ubuntu), (template.IsWindows, template.IsUbuntu));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(-1d)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(1e300)]
    public void An_invalid_usage_has_no_cost(double? seconds) =>
        Assert.Null(new Usage { SecondsUsed = seconds, HourlyRate = 1 }.Cost);

    [Fact]
    public void A_month_of_storage_is_prorated_by_the_days_of_that_month()
    {
        var february = new Usage { SecondsUsed = TimeSpan.FromDays(14).TotalSeconds, MonthlyRate = 5, BillingMonth = "2022-02" };
        Assert.Equal(2.5m, february.Cost);
        Assert.Null(new Usage { SecondsUsed = 1, MonthlyRate = 5, BillingMonth = "soon" }.Cost);
        Assert.Null(new Usage { SecondsUsed = 1 }.Cost);
    }

    [Fact]
    public void The_duration_of_an_event_ends_when_it_finishes()
    {
        var created = new DateTimeOffset(2022, 3, 14, 15, 0, 0, TimeSpan.Zero);
        Assert.Null(new MachineEvent { DtCreated = created }.DurationSeconds);
        Assert.Equal(25, new MachineEvent { DtCreated = created, DtFinished = created.AddSeconds(25) }.DurationSeconds);
    }

    [Fact]
    public void Options_distinguish_unset_from_null()
    {
        var request = new MachineUpdateOptions { AutoSnapshotFrequency = null };
        Assert.True(request.IsSet(nameof(MachineUpdateOptions.AutoSnapshotFrequency)));
        Assert.False(request.IsSet(nameof(MachineUpdateOptions.Name)));
        Assert.Equal([nameof(MachineUpdateOptions.AutoSnapshotFrequency)], request.Values.Keys);
    }

    [Fact]
    public void The_known_types_are_unique() =>
        Assert.Equal(MachineTypes.Known.Count, MachineTypes.Known.Distinct(StringComparer.OrdinalIgnoreCase).Count());

    [Theory]
    [InlineData(null, "")]
    [InlineData("plain é 😀", "plain é 😀")]
    [InlineData("a\tb\nc\u001b[31m\u009b", "a\uFFFDb\uFFFDc\uFFFD[31m\uFFFD")]
    [InlineData("\u202Ex\u2066y\u200F\u061C\u2028", "\uFFFDx\uFFFDy\uFFFD\uFFFD\uFFFD")]
    public void Text_is_shown_without_control_characters(string? text, string plain) =>
        Assert.Equal(plain, TerminalText.Sanitize(text));
}
