using System.Xml.Linq;

namespace Paperspace.Views.Tests;

/// <summary>Tables in windows of any width, with the longest values that the APIs have returned.</summary>
[Collection(SessionsCollection.Name)]
public sealed class WidthTests(Sessions sessions)
{
    private const int MinWidth = 60;
    private const int MaxWidth = 250;

    [Theory]
    [InlineData(ViewKind.Table, "Get-WidestMachine")]
    [InlineData(ViewKind.Region, "Get-WidestMachine")]
    [InlineData(ViewKind.Table, "Get-WidestCost")]
    [InlineData(ViewKind.Table, "Get-WidestUtilization")]
    [InlineData(ViewKind.Table, "Get-WidestUsage")]
    [InlineData(ViewKind.Table, "Get-WidestAccess")]
    [InlineData(ViewKind.Table, "Get-Availability")]
    [InlineData(ViewKind.Table, "Get-WidestDesktop")]
    [InlineData(ViewKind.Table, "Get-WidestNetwork")]
    [InlineData(ViewKind.Table, "Get-WidestPublicIp")]
    [InlineData(ViewKind.Table, "Get-WidestSharedDrive")]
    [InlineData(ViewKind.Table, "Get-WidestScript")]
    [InlineData(ViewKind.Table, "Get-WidestSnapshot")]
    [InlineData(ViewKind.Table, "Get-WidestTemplate")]
    [InlineData(ViewKind.Table, "Get-WidestUser")]
    [InlineData(ViewKind.Table, "Get-WidestActivity")]
    [InlineData(ViewKind.Table, "Get-GpuActivity")]
    [InlineData(ViewKind.Table, "Get-MachineJob")]
    public void Each_column_is_whole_or_absent(ViewKind kind, string script)
    {
        var session = sessions[kind];
        var labels = Labels(session.Get(script)[0].TypeNames[0]);
        for (var width = MinWidth; width <= MaxWidth; width++)
        {
            session.Window.Width = width;
            var shown = session.Show(script);

            Assert.DoesNotContain('\u2026', shown);
            var lines = shown.Split('\n');
            var headings = lines[Array.FindIndex(lines, line => line.StartsWith("--", StringComparison.Ordinal)) - 1]
                .Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.Equal(labels.Take(headings.Length), headings);
            Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        }
    }

    [Theory]
    [InlineData("Get-WidestEvent")]
    [InlineData("Get-CostRecommendation")]
    [InlineData("Get-AvailabilityMatrix")]
    [InlineData("Get-Account")]
    [InlineData("Get-Diagnostic")]
    public void A_table_that_wraps_cuts_nothing(string script)
    {
        var session = sessions[ViewKind.Table];
        for (var width = MinWidth; width <= MaxWidth; width++)
        {
            session.Window.Width = width;
            var shown = session.Show(script);

            Assert.NotEqual("", shown.Trim());
            Assert.DoesNotContain('\u2026', shown);
            Assert.All(shown.Split('\n'), line => Assert.InRange(line.Length, 0, width));
        }
    }

    [Theory]
    [InlineData("Get-WidestMachine", "Name")]
    [InlineData("Get-WidestCost", "Name")]
    [InlineData("Get-WidestUtilization", "MachineName")]
    [InlineData("Get-WidestNetwork", "Name")]
    [InlineData("Get-WidestSharedDrive", "Name")]
    [InlineData("Get-WidestScript", "Name")]
    [InlineData("Get-WidestSnapshot", "Name")]
    [InlineData("Get-WidestTemplate", "Label")]
    [InlineData("Get-WidestActivity", "MachineName")]
    public void A_long_name_is_shortened_at_its_end_and_nothing_else(string script, string property)
    {
        var session = sessions[ViewKind.Table];
        for (var width = MinWidth; width <= MaxWidth; width++)
        {
            session.Window.Width = width;
            var shown = session.Show($"{script} | ForEach-Object {{ $_.{property} = '{new string('n', MaxWidth)}'; $_ }}");

            var rows = shown.Split('\n').Where(line => line.Contains("nnn", StringComparison.Ordinal)).ToArray();
            Assert.NotEmpty(rows);
            Assert.All(rows, row => Assert.Matches("^[^\u2026]*n\u2026( [^\u2026]*)?$", row));
        }
    }

    [Theory]
    [InlineData("Get-WidestMachine", 80, "A100-80Gx8 NY2    198.151.100.101")]
    [InlineData("Get-WidestMachine", 100, "198.151.100.101 Quadro RTX 5000 x4")]
    [InlineData("Get-WidestMachine", 120, "198.151.100.101 Quadro RTX 5000 x4 729d")]
    [InlineData("Get-WidestCost", 60, "~$9,999,999.99 ~$9,999,999.99")]
    [InlineData("Get-WidestTemplate", 80, "mliab-u22-241108-h100")]
    public void Important_columns_are_the_last_to_go(string script, int width, string expected)
    {
        var session = sessions[ViewKind.Table];
        session.Window.Width = width;

        Assert.Contains(expected, session.Show(script), StringComparison.Ordinal);
    }

    [Fact]
    public void A_total_below_many_rows_is_whole()
    {
        var session = sessions[ViewKind.Default];

        // Longer than the 300 ms after which PowerShell decides the width of a column.
        var shown = session.Show(
            """
            $small = [Paperspace.MachineCost] @{ Name = 'one'; Cost = 1 }
            $clock = [Diagnostics.Stopwatch]::StartNew()
            while ($clock.ElapsedMilliseconds -lt 1000) { $small }
            Get-WidestCost
            """);

        Assert.Contains("~$9,999,999.99", shown, StringComparison.Ordinal);
    }

    private static string[] Labels(string type) =>
    [
        .. XDocument.Load(ModuleFiles.Formats).Descendants("View")
            .First(view => view.Descendants("TypeName").Single().Value == type && view.Element("TableControl") is not null)
            .Descendants("TableColumnHeader")
            .Select(header => header.Element("Label")!.Value),
    ];
}
