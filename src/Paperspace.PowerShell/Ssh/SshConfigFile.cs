using System.Text;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Writes one block of a configuration file of ssh; all else in it stays as it is.</summary>
internal sealed class SshConfigFile
{
    private const string BeginLine = "# BEGIN Paperspace machines, written by Export-PsSshConfig. Changes in this block are overwritten.";
    private const string EndLine = "# END Paperspace machines";
    private const string BeginMark = "# BEGIN Paperspace machines";

    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);

    private readonly string _path;

    /// <summary>Prepares a file; writes nothing.</summary>
    /// <param name="path">Its full path.</param>
    public SshConfigFile(string path)
    {
        _path = path;
    }

    /// <summary>Returns whether a configuration file includes another one of its folder.</summary>
    public static bool Includes(string config, string name)
    {
        try
        {
            return File.Exists(config) && Regex.IsMatch(
                File.ReadAllText(config),
                @"^\s*Include\s+.*" + Regex.Escape(name),
                RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Writes the block, beside the file and then in its place.</summary>
    /// <exception cref="PaperspaceException">The file cannot be written, or its block has no end.</exception>
    public void Write(string entries)
    {
        var block = $"{BeginLine}\n{entries}{EndLine}\n";
        try
        {
            if (Path.GetDirectoryName(_path) is { Length: > 0 } folder && !Directory.Exists(folder)) CreateFolder(folder);
            var text = File.Exists(_path) ? Replace(File.ReadAllText(_path, Encoding), block) : block;
            AtomicFile.Write(_path, Encoding.GetBytes(text), isPrivate: true);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new PaperspaceException(
                PaperspaceErrorReason.FileNotWritten, $"'{_path}' cannot be written: {failure.Message}", failure);
        }
    }

    private string Replace(string text, string block)
    {
        var begin = text.IndexOf(BeginMark, StringComparison.Ordinal);
        if (begin < 0) return text.Length == 0 || text.EndsWith("\n", StringComparison.Ordinal) ? text + block : $"{text}\n{block}";
        var end = text.IndexOf(EndLine, begin, StringComparison.Ordinal);
        if (end < 0)
            throw new PaperspaceException(
                PaperspaceErrorReason.FileNotWritten,
                $"'{_path}' has the line '{BeginMark}', but no line '{EndLine}' after it. Repair or delete the block.");
        end += EndLine.Length;
        if (end < text.Length && text[end] == '\r') end++;
        if (end < text.Length && text[end] == '\n') end++;
        return text.Substring(0, begin) + block + text.Substring(end);
    }

    private static void CreateFolder(string folder)
    {
#if NET
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            return;
        }
#endif
        Directory.CreateDirectory(folder);
    }
}
