namespace Paperspace.PowerShell;

/// <summary>Writes a report in one format.</summary>
internal interface IReportWriter
{
    /// <summary>Gets whether the file begins with a byte order mark, for programs that otherwise assume a legacy code page.</summary>
    bool HasByteOrderMark { get; }

    void Write(MachineReport report, TextWriter output);
}
