namespace Paperspace.Views.Tests;

/// <summary>What each view shows at 80, 100 and 160 columns, by the texts in Expected/.</summary>
/// <remarks>After a change that is meant, run the tests with PAPERSPACE_ACCEPT_VIEWS=1: that stores what is shown now. Then read the
/// difference.</remarks>
[Collection(SessionsCollection.Name)]
public sealed class ViewTests(Sessions sessions)
{
    private static readonly int[] Widths = [80, 100, 160];

    [Theory]
    [InlineData("machine-table", ViewKind.Table, "Get-UsualMachine")]
    [InlineData("machine-table-of-oddities", ViewKind.Table, "Get-UnusualMachine")]
    [InlineData("machine-table-by-itself", ViewKind.Default, "Get-ReadyMachine")]
    [InlineData("machine-list", ViewKind.List, "Get-ReadyMachine; Get-StartingMachine; Get-FailedMachine")]
    [InlineData("machine-list-of-everything", ViewKind.List, "Get-FullMachine")]
    [InlineData("machine-list-of-nothing", ViewKind.List, "Get-EmptyMachine; Get-NewMachine")]
    [InlineData("machine-list-of-oddities", ViewKind.List, "Get-CpuMachine; Get-UnknownMachine; Get-HostileMachine")]
    [InlineData("machine-wide", ViewKind.Wide, "Get-UsualMachine; Get-UnusualMachine")]
    [InlineData("machine-by-region", ViewKind.Region, "Get-MachineByRegion")]
    [InlineData("event-table", ViewKind.Default, "Get-FailedEvent; Get-PendingEvent")]
    [InlineData("event-list", ViewKind.List, "(Get-FailedEvent)[0]; (Get-PendingEvent)[0]; (Get-HostileMachine).Events")]
    [InlineData("utilization-table", ViewKind.Default, "Get-Utilization")]
    [InlineData("utilization-list", ViewKind.List, "Get-Utilization")]
    [InlineData("utilization-table-of-estimates", ViewKind.Default, "Get-EstimatedUtilization")]
    [InlineData("utilization-list-of-estimates", ViewKind.List, "Get-EstimatedUtilization")]
    [InlineData("cost-table", ViewKind.Default, "Get-MachineCost")]
    [InlineData("cost-list", ViewKind.List, "Get-MachineCost")]
    [InlineData("recommendation-table", ViewKind.Default, "Get-CostRecommendation")]
    [InlineData("recommendation-list", ViewKind.List, "Get-CostRecommendation")]
    [InlineData("usage-table", ViewKind.Default, "Get-Usage")]
    [InlineData("usage-list", ViewKind.List, "Get-Usage")]
    [InlineData("availability-table", ViewKind.Default, "Get-Availability")]
    [InlineData("availability-list", ViewKind.List, "Get-Availability")]
    [InlineData("availability-matrix", ViewKind.Default, "Get-AvailabilityMatrix")]
    [InlineData("availability-matrix-list", ViewKind.List, "Get-AvailabilityMatrix")]
    [InlineData("machine-type-table", ViewKind.Default, "Get-MachineType")]
    [InlineData("machine-type-list", ViewKind.List, "Get-MachineType")]
    [InlineData("access-table", ViewKind.Default, "Get-Access")]
    [InlineData("access-list", ViewKind.List, "Get-Access")]
    [InlineData("network-table", ViewKind.Default, "Get-Network")]
    [InlineData("network-list", ViewKind.List, "Get-Network")]
    [InlineData("script-table", ViewKind.Default, "Get-Script")]
    [InlineData("script-list", ViewKind.List, "Get-Script")]
    [InlineData("snapshot-table", ViewKind.Default, "Get-Snapshot")]
    [InlineData("snapshot-list", ViewKind.List, "Get-Snapshot")]
    [InlineData("desktop-table", ViewKind.Default, "Get-Desktop")]
    [InlineData("desktop-list", ViewKind.List, "Get-Desktop")]
    [InlineData("public-ip-table", ViewKind.Default, "Get-PublicIp")]
    [InlineData("public-ip-list", ViewKind.List, "Get-PublicIp")]
    [InlineData("shared-drive-table", ViewKind.Default, "Get-SharedDrive")]
    [InlineData("shared-drive-list", ViewKind.List, "Get-SharedDrive")]
    [InlineData("template-table", ViewKind.Default, "Get-Template")]
    [InlineData("template-list", ViewKind.List, "Get-Template")]
    [InlineData("user-table", ViewKind.Default, "Get-User")]
    [InlineData("user-list", ViewKind.List, "Get-User")]
    [InlineData("activity-table", ViewKind.Default, "Get-Activity")]
    [InlineData("activity-list", ViewKind.List, "Get-Activity")]
    [InlineData("gpu-activity-table", ViewKind.Default, "Get-GpuActivity")]
    [InlineData("job-table", ViewKind.Default, "Get-MachineJob")]
    [InlineData("job-list", ViewKind.List, "Get-MachineJob")]
    [InlineData("output-table", ViewKind.Default, "Get-MachineOutput")]
    [InlineData("output-list", ViewKind.List, "Get-MachineOutput")]
    [InlineData("account-table", ViewKind.Default, "Get-Account")]
    [InlineData("account-list", ViewKind.List, "Get-Account")]
    [InlineData("diagnostic-by-itself", ViewKind.Default, "Get-Diagnostic")]
    [InlineData("diagnostic-table", ViewKind.Table, "Get-Diagnostic")]
    public void View_shows_what_is_expected(string name, ViewKind kind, string script)
    {
        var session = sessions[kind];
        var shown = Widths.Select(width =>
        {
            session.Window.Width = width;
            return $"{width} columns\n{string.Join('\n', session.Show(script).Split('\n').Select(line => line.TrimEnd()))}";
        });
        ExpectedText.Check(name, string.Concat(shown));
    }

    [Theory]
    [InlineData("machine-table-in-color", ViewKind.Table, "Get-UsualMachine; Get-UnusualMachine")]
    [InlineData("machine-list-in-color", ViewKind.List, "Get-FailedMachine")]
    [InlineData("machine-wide-in-color", ViewKind.Wide, "Get-UsualMachine")]
    [InlineData("event-table-in-color", ViewKind.Default, "Get-FailedEvent; Get-PendingEvent")]
    [InlineData("availability-table-in-color", ViewKind.Default, "Get-Availability")]
    [InlineData("availability-matrix-in-color", ViewKind.Default, "Get-AvailabilityMatrix")]
    public void View_colors_states_where_the_host_shows_color(string name, ViewKind kind, string script)
    {
        var session = sessions[kind];
        session.Window.ShowsColor = true;
        ExpectedText.Check(name, session.Show(script).Replace('\u001B', '\u241B'));
    }

    [Theory]
    [InlineData(ViewKind.Table, "Get-UsualMachine; Get-UnusualMachine")]
    [InlineData(ViewKind.Wide, "Get-UsualMachine; Get-UnusualMachine")]
    [InlineData(ViewKind.Region, "Get-MachineByRegion")]
    [InlineData(ViewKind.Default, "Get-FailedEvent; Get-PendingEvent")]
    public void Color_moves_no_column(ViewKind kind, string script)
    {
        var session = sessions[kind];
        var plain = session.Show(script);

        session.Window.ShowsColor = true;
        var colored = session.Show(script);

        Assert.NotEqual(plain, colored);
        Assert.Equal(plain, Escapes.Remove(colored));
    }

    [Theory]
    [InlineData(ViewKind.Table, "Get-UsualMachine; Get-UnusualMachine")]
    [InlineData(ViewKind.Region, "Get-MachineByRegion")]
    [InlineData(ViewKind.Default, "Get-FailedEvent; Get-PendingEvent")]
    [InlineData(ViewKind.Default, "Get-Utilization")]
    [InlineData(ViewKind.Default, "Get-EstimatedUtilization")]
    [InlineData(ViewKind.Default, "Get-MachineCost")]
    [InlineData(ViewKind.Default, "Get-CostRecommendation")]
    [InlineData(ViewKind.Default, "Get-Usage")]
    [InlineData(ViewKind.Default, "Get-Availability")]
    [InlineData(ViewKind.Default, "Get-AvailabilityMatrix")]
    [InlineData(ViewKind.Default, "Get-MachineType")]
    [InlineData(ViewKind.Default, "Get-Account")]
    [InlineData(ViewKind.Table, "Get-Diagnostic")]
    public void Table_fits_its_window(ViewKind kind, string script)
    {
        var session = sessions[kind];
        foreach (var width in Widths)
        {
            session.Window.Width = width;
            Assert.All(session.Show(script).Split('\n'), line => Assert.InRange(line.Length, 0, width));
        }
    }

    [Fact]
    public void Machine_table_at_100_columns_is_whole()
    {
        var shown = sessions[ViewKind.Table]
            .Show("Get-ReadyMachine; Get-StartingMachine; Get-FailedMachine; Get-EmptyMachine; Get-NewMachine; Get-CpuMachine");

        Assert.DoesNotContain('\u2026', shown);
        Assert.Contains("Quadro P4000", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-ReadyMachine")]
    [InlineData("Get-OffMachine")]
    [InlineData("Get-LongNameMachine")]
    public void Machine_table_at_80_columns_ends_where_a_column_does(string script)
    {
        var session = sessions[ViewKind.Table];
        session.Window.Width = 80;

        Assert.EndsWith(" IP", session.Show(script).Split('\n')[1].TrimEnd(), StringComparison.Ordinal);
    }
}
