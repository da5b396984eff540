namespace Paperspace.Views.Tests;

/// <summary>What each view shows at 80, 100 and 160 columns, by the texts in Expected/.</summary>
/// <remarks>After a change that is meant, run the tests with PAPERSPACE_ACCEPT_VIEWS=1: that stores what is shown now. Then read the difference.</remarks>
[Collection(SessionsCollection.Name)]
public sealed class ViewTests(Sessions sessions)
{
    private static readonly int[] Widths = [80, 100, 160];

    [Theory]
    [InlineData("machine-table", ViewKind.Table, "Get-Fleet")]
    [InlineData("machine-table-of-oddities", ViewKind.Table, "Get-Oddities")]
    [InlineData("machine-table-by-itself", ViewKind.Default, "Get-Ready")]
    [InlineData("machine-list", ViewKind.List, "Get-Ready; Get-Starting; Get-Failed")]
    [InlineData("machine-list-of-everything", ViewKind.List, "Get-Full")]
    [InlineData("machine-list-of-nothing", ViewKind.List, "Get-Empty; Get-Created")]
    [InlineData("machine-list-of-oddities", ViewKind.List, "Get-Cpu; Get-Unknown; Get-Hostile")]
    [InlineData("machine-wide", ViewKind.Wide, "Get-Fleet; Get-Oddities")]
    [InlineData("machine-by-region", ViewKind.Region, "Get-ByRegion")]
    [InlineData("event-table", ViewKind.Default, "Get-FailedEvents; Get-PendingEvents")]
    [InlineData("event-list", ViewKind.List, "(Get-FailedEvents)[0]; (Get-PendingEvents)[0]; (Get-Hostile).Events")]
    [InlineData("utilization-table", ViewKind.Default, "Get-Utilizations")]
    [InlineData("utilization-list", ViewKind.List, "Get-Utilizations")]
    [InlineData("usage-table", ViewKind.Default, "Get-Usages")]
    [InlineData("usage-list", ViewKind.List, "Get-Usages")]
    [InlineData("availability-table", ViewKind.Default, "Get-Availabilities")]
    [InlineData("availability-list", ViewKind.List, "Get-Availabilities")]
    [InlineData("account-table", ViewKind.Default, "Get-Accounts")]
    [InlineData("account-list", ViewKind.List, "Get-Accounts")]
    [InlineData("diagnostic-by-itself", ViewKind.Default, "Get-Diagnostics")]
    [InlineData("diagnostic-table", ViewKind.Table, "Get-Diagnostics")]
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
    [InlineData("machine-table-in-colour", ViewKind.Table, "Get-Fleet; Get-Oddities")]
    [InlineData("machine-list-in-colour", ViewKind.List, "Get-Failed")]
    [InlineData("machine-wide-in-colour", ViewKind.Wide, "Get-Fleet")]
    [InlineData("event-table-in-colour", ViewKind.Default, "Get-FailedEvents; Get-PendingEvents")]
    [InlineData("availability-table-in-colour", ViewKind.Default, "Get-Availabilities")]
    public void View_colours_states_where_the_host_shows_colour(string name, ViewKind kind, string script)
    {
        var session = sessions[kind];
        session.Window.ShowsColour = true;
        ExpectedText.Check(name, session.Show(script).Replace('\u001B', '\u241B'));
    }

    [Theory]
    [InlineData(ViewKind.Table, "Get-Fleet; Get-Oddities")]
    [InlineData(ViewKind.Wide, "Get-Fleet; Get-Oddities")]
    [InlineData(ViewKind.Region, "Get-ByRegion")]
    [InlineData(ViewKind.Default, "Get-FailedEvents; Get-PendingEvents")]
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
    [InlineData(ViewKind.Table, "Get-Fleet; Get-Oddities")]
    [InlineData(ViewKind.Region, "Get-ByRegion")]
    [InlineData(ViewKind.Default, "Get-FailedEvents; Get-PendingEvents")]
    [InlineData(ViewKind.Default, "Get-Utilizations")]
    [InlineData(ViewKind.Default, "Get-Usages")]
    [InlineData(ViewKind.Default, "Get-Availabilities")]
    [InlineData(ViewKind.Default, "Get-Accounts")]
    [InlineData(ViewKind.Table, "Get-Diagnostics")]
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
