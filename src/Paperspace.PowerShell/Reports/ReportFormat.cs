namespace Paperspace.PowerShell;

/// <summary>Tells how a report is written.</summary>
public enum ReportFormat
{
    /// <summary>A page for people, in one file.</summary>
    Html,

    /// <summary>A row for each machine and month, for spreadsheets.</summary>
    Csv,

    /// <summary>All that is in the report, for programs.</summary>
    Json,
}
