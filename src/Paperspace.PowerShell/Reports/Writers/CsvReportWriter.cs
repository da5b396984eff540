using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Writes a row for each machine and month, for spreadsheets.</summary>
internal sealed class CsvReportWriter : IReportWriter
{
    /// <summary>A spreadsheet takes a cell that begins with one of these for a formula.</summary>
    private const string FormulaSigns = "=+-@\t\r";

    private static (string Name, Func<MachineCostFigure, string?> Get)[] Columns =>
    [
        ("MachineId", figure => Safe(figure.MachineId)),
        ("MachineName", figure => Safe(figure.MachineName)),
        ("MachineType", figure => Safe(figure.MachineType)),
        ("Region", figure => Safe(figure.Region)),
        ("State", figure => Safe(figure.State)),
        ("UserId", figure => Safe(figure.UserId)),
        ("BillingMonth", figure => figure.BillingMonth),
        ("HoursUsed", figure => figure.HoursUsed.ToString(CultureInfo.InvariantCulture)),
        ("ComputeCost", figure => Amount(figure.ComputeCost)),
        ("StorageCost", figure => Amount(figure.StorageCost)),
        ("Cost", figure => Amount(figure.Cost)),
        ("ProjectedCost", figure => Amount(figure.ProjectedCost)),
        ("IsEstimate", figure => figure.IsEstimate ? "True" : "False"),
        ("MissingData", figure => Safe(figure.MissingData)),
    ];

    /// <inheritdoc/>
    public bool HasByteOrderMark => true;

    /// <inheritdoc/>
    public void Write(MachineReport report, TextWriter output)
    {
        var columns = Columns;
        WriteRow(output, columns.Select(column => (string?)column.Name));
        var figures = report.Figures.OrderByDescending(figure => figure.Cost).ThenBy(figure => figure.MachineId, StringComparer.Ordinal);
        foreach (var figure in figures)
            WriteRow(output, columns.Select(column => column.Get(figure)));
    }

    private static void WriteRow(TextWriter output, IEnumerable<string?> cells)
    {
        output.Write(string.Join(",", cells.Select(cell => $"\"{(cell ?? "").Replace("\"", "\"\"")}\"")));
        output.Write("\r\n");
    }

    private static string? Amount(decimal? amount) => amount?.ToString(CultureInfo.InvariantCulture);

    private static string? Safe(string? text) => string.IsNullOrEmpty(text) ? text
        : (FormulaSigns.IndexOf(text![0]) >= 0 ? "'" : "") + TerminalText.Sanitize(text);
}
