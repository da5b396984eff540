using System.Text;

namespace Paperspace.PowerShell;

/// <summary>Writes a report to a file.</summary>
internal sealed class ReportFile
{
    private readonly bool _isForced;
    private readonly bool _keepsExisting;

    /// <summary>Checks that a file can be written, and writes nothing.</summary>
    /// <param name="path">Its full path in the file system.</param>
    /// <param name="isForced">Whether to overwrite a read-only file.</param>
    /// <param name="keepsExisting">Whether to keep an existing file.</param>
    /// <exception cref="PaperspaceException">The file must not or cannot be written.</exception>
    public ReportFile(string path, bool isForced, bool keepsExisting)
    {
        (Path, _isForced, _keepsExisting) = (path, isForced, keepsExisting);
        Check();
    }

    public string Path { get; }

    /// <summary>Writes the report.</summary>
    /// <exception cref="PaperspaceException">The file cannot be written.</exception>
    public void Write(MachineReport report, IReportWriter writer)
    {
        using var text = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        writer.Write(report, text);
        try
        {
            if (_isForced && File.Exists(Path)) File.SetAttributes(Path, File.GetAttributes(Path) & ~FileAttributes.ReadOnly);
            var bytes = new UTF8Encoding(writer.HasByteOrderMark).GetPreamble().Concat(Encoding.UTF8.GetBytes(text.ToString())).ToArray();
            AtomicFile.Write(Path, bytes, _keepsExisting);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(failure.Message, failure);
        }
    }

    private void Check()
    {
        if (Directory.Exists(Path)) throw NotWritten("it is a folder. Specify a file in it.");
        var folder = System.IO.Path.GetDirectoryName(Path);
        if (!string.IsNullOrEmpty(folder) && !Directory.Exists(folder)) throw NotWritten($"the folder '{folder}' does not exist.");
        if (!File.Exists(Path)) return;
        if (_keepsExisting)
            throw new PaperspaceException(PaperspaceErrorReason.FileExists, $"The file '{Path}' already exists, and -NoClobber was specified.");
        if (!_isForced && (File.GetAttributes(Path) & FileAttributes.ReadOnly) != 0)
            throw NotWritten("it is read-only. Use -Force to overwrite it.");
    }

    private PaperspaceException NotWritten(string why, Exception? inner = null) =>
        new(PaperspaceErrorReason.FileNotWritten, $"The report '{Path}' cannot be written: {why}", inner);
}
