namespace Paperspace.PowerShell;

/// <summary>Writes a row for each machine and month, for spreadsheets.</summary>
internal sealed class CsvReportWriter : IReportWriter
{
    /// <summary>Spreadsheets interpret a cell that begins with one of these as a formula.</summary>
    private const string FormulaSigns = "=+-@\t\r";

    public bool HasByteOrderMark => true;

    public void Write(MachineReport report, TextWriter output)
    {
        WriteRow(output, ReportColumns.Figure.Select(column => column.Name));
        var figures = report.Figures.OrderByDescending(figure => figure.Cost).ThenBy(figure => figure.MachineId, StringComparer.Ordinal);
        foreach (var figure in figures)
            WriteRow(output, ReportColumns.Figure.Select(column => ToCell(column.Get(figure))));
    }

    private static void WriteRow(TextWriter output, IEnumerable<string> cells)
    {
        output.Write(string.Join(",", cells.Select(cell => $"\"{cell.Replace("\"", "\"\"")}\"")));
        output.Write("\r\n");
    }

    private static string ToCell(object? value) => value is string { Length: > 0 } text
        ? (FormulaSigns.IndexOf(text[0]) >= 0 ? "'" : "") + TerminalText.Sanitize(text)
        : ReportColumns.ToText(value);
}
