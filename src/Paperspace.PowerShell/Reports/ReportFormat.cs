namespace Paperspace.PowerShell;

/// <summary>The format of a report.</summary>
public enum ReportFormat
{
    /// <summary>A page to read, in one file.</summary>
    Html,

    /// <summary>A row for each resource and month, for spreadsheets.</summary>
    Csv,

    /// <summary>All data of the report, for programs.</summary>
    Json,
}
