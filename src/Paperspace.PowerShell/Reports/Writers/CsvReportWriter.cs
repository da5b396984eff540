namespace Paperspace.PowerShell;

/// <summary>Writes a row for each resource and month, for spreadsheets.</summary>
internal sealed class CsvReportWriter : IReportWriter
{
    /// <summary>Spreadsheets interpret a cell that begins with one of these as a formula, some after trimming white space or normalizing
    /// full-width characters.</summary>
    private const string FormulaSigns = "=+-@\t\r\uFF1D\uFF0B\uFF0D\uFF20\uFE62\uFE63\uFE66\uFE6B";

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
        ? (IsFormula(text) ? "'" : "") + TerminalText.Sanitize(text)
        : ReportColumns.ToText(value);

    private static bool IsFormula(string text) =>
        FormulaSigns.IndexOf(text[0]) >= 0 || (text.TrimStart() is { Length: > 0 } trimmed && FormulaSigns.IndexOf(trimmed[0]) >= 0);
}
