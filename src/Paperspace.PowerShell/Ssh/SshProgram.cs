using System.Runtime.InteropServices;

namespace Paperspace.PowerShell;

/// <summary>Finds the programs of OpenSSH on this computer.</summary>
internal static class SshProgram
{
    /// <summary>Returns the path of <c>ssh</c>.</summary>
    /// <exception cref="PaperspaceException">It is not installed.</exception>
    public static string FindSsh() => Find("ssh");

    /// <summary>Returns the path of <c>scp</c>.</summary>
    /// <exception cref="PaperspaceException">It is not installed.</exception>
    public static string FindScp() => Find("scp");

    private static string Find(string name)
    {
        var isWindows = RuntimeInformation.IsOSPlatform(OSPlatform.Windows);
        var file = isWindows ? name + ".exe" : name;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split([Path.PathSeparator], StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => folder.Trim('"'));
        if (isWindows) folders = folders.Concat(WindowsFolders());
        return folders.Select(folder => TryCombine(folder, file)).FirstOrDefault(File.Exists)
            ?? throw new PaperspaceException(
                PaperspaceErrorReason.SshNotFound,
                $"The program '{name}' was not found in the folders of PATH.");
    }

    private static IEnumerable<string> WindowsFolders()
    {
        var windows = Environment.GetFolderPath(Environment.SpecialFolder.Windows);
        yield return Path.Combine(windows, "System32", "OpenSSH");
        // A 32-bit process is shown another System32.
        yield return Path.Combine(windows, "Sysnative", "OpenSSH");
    }

    private static string TryCombine(string folder, string file)
    {
        try
        {
            return Path.Combine(folder, file);
        }
        catch (ArgumentException)
        {
            // .NET Framework checks the characters of PATH, which may have anything.
            return "";
        }
    }
}
