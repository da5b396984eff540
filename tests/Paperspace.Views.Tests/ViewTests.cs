namespace Paperspace.Views.Tests;

/// <summary>What each view shows at 80, 100 and 160 columns, by the texts in Expected/.</summary>
/// <remarks>After a change that is meant, run the tests with PAPERSPACE_ACCEPT_VIEWS=1: that stores what is shown now. Then read the difference.</remarks>
[Collection(SessionsCollection.Name)]
public sealed class ViewTests(Sessions sessions)
{
    private static readonly int[] Widths = [80, 100, 160];

    [Theory]
    [InlineData("machine-table", ViewKind.Table, "Get-Fleet")]
    [InlineData("machine-table-of-oddities", ViewKind.Table, "Get-Oddity")]
    [InlineData("machine-table-by-itself", ViewKind.Default, "Get-Ready")]
    [InlineData("machine-list", ViewKind.List, "Get-Ready; Get-Starting; Get-Failed")]
    [InlineData("machine-list-of-everything", ViewKind.List, "Get-Full")]
    [InlineData("machine-list-of-nothing", ViewKind.List, "Get-Empty; Get-Created")]
    [InlineData("machine-list-of-oddities", ViewKind.List, "Get-Cpu; Get-Unknown; Get-Hostile")]
    [InlineData("machine-wide", ViewKind.Wide, "Get-Fleet; Get-Oddity")]
    [InlineData("machine-by-region", ViewKind.Region, "Get-ByRegion")]
    [InlineData("event-table", ViewKind.Default, "Get-FailedEvent; Get-PendingEvent")]
    [InlineData("event-list", ViewKind.List, "(Get-FailedEvent)[0]; (Get-PendingEvent)[0]; (Get-Hostile).Events")]
    [InlineData("utilization-table", ViewKind.Default, "Get-Utilization")]
    [InlineData("utilization-list", ViewKind.List, "Get-Utilization")]
    [InlineData("usage-table", ViewKind.Default, "Get-Usage")]
    [InlineData("usage-list", ViewKind.List, "Get-Usage")]
    [InlineData("availability-table", ViewKind.Default, "Get-Availability")]
    [InlineData("availability-list", ViewKind.List, "Get-Availability")]
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
    [InlineData("machine-table-in-colour", ViewKind.Table, "Get-Fleet; Get-Oddity")]
    [InlineData("machine-list-in-colour", ViewKind.List, "Get-Failed")]
    [InlineData("machine-wide-in-colour", ViewKind.Wide, "Get-Fleet")]
    [InlineData("event-table-in-colour", ViewKind.Default, "Get-FailedEvent; Get-PendingEvent")]
    [InlineData("availability-table-in-colour", ViewKind.Default, "Get-Availability")]
    public void View_colours_states_where_the_host_shows_colour(string name, ViewKind kind, string script)
    {
        var session = sessions[kind];
        session.Window.ShowsColour = true;
        ExpectedText.Check(name, session.Show(script).Replace('\u001B', '\u241B'));
    }

    [Theory]
    [InlineData(ViewKind.Table, "Get-Fleet; Get-Oddity")]
    [InlineData(ViewKind.Wide, "Get-Fleet; Get-Oddity")]
    [InlineData(ViewKind.Region, "Get-ByRegion")]
    [InlineData(ViewKind.Default, "Get-FailedEvent; Get-PendingEvent")]
    public void Colour_moves_no_column(ViewKind kind, string script)
    {
        var session = sessions[kind];
        var plain = session.Show(script);

        session.Window.ShowsColour = true;
        var coloured = session.Show(script);

        Assert.NotEqual(plain, coloured);
        Assert.Equal(plain, Escapes.Remove(coloured));
    }

    [Theory]
    [InlineData(ViewKind.Table, "Get-Fleet; Get-Oddity")]
    [InlineData(ViewKind.Region, "Get-ByRegion")]
    [InlineData(ViewKind.Default, "Get-FailedEvent; Get-PendingEvent")]
    [InlineData(ViewKind.Default, "Get-Utilization")]
    [InlineData(ViewKind.Default, "Get-Usage")]
    [InlineData(ViewKind.Default, "Get-Availability")]
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
        var shown = sessions[ViewKind.Table].Show("Get-Ready; Get-Starting; Get-Failed; Get-Empty; Get-Created; Get-Cpu");

        Assert.DoesNotContain('\u2026', shown);
        Assert.Contains("Quadro P4000", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-Ready", "IP               Age CPUs")]
    [InlineData("Get-Off", "IP               Age")]
    [InlineData("Get-Long", "IP")]
    public void Machine_table_at_80_columns_ends_where_a_column_does(string script, string lastHeadings)
    {
        var session = sessions[ViewKind.Table];
        session.Window.Width = 80;

        Assert.EndsWith(lastHeadings, session.Show(script).Split('\n')[1], StringComparison.Ordinal);
    }
}
