using System.ComponentModel;
using System.Runtime.InteropServices;
using System.Text;

namespace Paperspace.Testing;

/// <summary>Calls what .NET has no method for, on Linux and macOS, so that no test needs a program for it.</summary>
public static class Posix
{
    internal const int Interrupt = 2;
    internal const int Terminate = 15;

    private const uint OwnerReadWrite = 0x180;

    /// <summary>Creates a named pipe.</summary>
    /// <param name="path">The path of the pipe.</param>
    public static void CreatePipe(string path) => Check(MakePipe(Encoding.UTF8.GetBytes(path + '\0'), OwnerReadWrite));

    internal static void Signal(int processId, int signal) => Check(Kill(processId, signal));

    private static void Check(int result)
    {
        if (result != 0) throw new Win32Exception(Marshal.GetLastPInvokeError());
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int processId, int signal);

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe(byte[] path, uint mode);

    /// <summary>Gets whether this process ignores Ctrl+C, as a job in the background of a script does. Its child processes do then too.</summary>
    public static bool IgnoresInterrupt =>
        File.Exists("/proc/self/status")
        && File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith("SigIgn:", StringComparison.Ordinal)) is { } ignored
        && (Convert.ToUInt64(ignored.Substring(7).Trim(), 16) & (1UL << (Interrupt - 1))) != 0;
}
