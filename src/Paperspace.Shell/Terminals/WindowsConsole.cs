using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Paperspace.Shell;

/// <summary>A console window of Windows, which understands escape sequences only when it is told to.</summary>
[SupportedOSPlatform("windows")]
internal static partial class WindowsConsole
{
    private const int StandardOutput = -11;
    private const int StandardError = -12;
    private const uint ProcessEscapes = 4;

    /// <summary>Tells the console to, and says whether it does.</summary>
    public static bool TryUnderstandEscapes() => TryUnderstandEscapes(StandardOutput) | TryUnderstandEscapes(StandardError);

    private static bool TryUnderstandEscapes(int stream)
    {
        var handle = GetStdHandle(stream);
        return GetConsoleMode(handle, out var mode) && SetConsoleMode(handle, mode | ProcessEscapes);
    }

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static partial IntPtr GetStdHandle(int stream);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool GetConsoleMode(IntPtr handle, out uint mode);

    [LibraryImport("kernel32.dll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static partial bool SetConsoleMode(IntPtr handle, uint mode);
}
