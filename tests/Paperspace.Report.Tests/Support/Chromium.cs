namespace Paperspace.Report.Tests.Support;

/// <summary>Finds the browser of this computer.</summary>
internal static class Chromium
{
    /// <summary>The variable that says where it is.</summary>
    private const string Variable = "PAPERSPACE_CHROMIUM";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe"];

    private static readonly string[] Folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        "/Applications/Google Chrome.app/Contents/MacOS",
        .. new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 }
            .Select(Environment.GetFolderPath)
            .SelectMany(folder => new[] { Path.Combine(folder, "Google/Chrome/Application"), Path.Combine(folder, "Microsoft/Edge/Application") }),
    ];

    /// <summary>Returns its path.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static string Find()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return given;
        return Folders.SelectMany(folder => Names.Append("Google Chrome").Select(name => Path.Combine(folder, name))).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException(
                $"No Chromium was found, and the report's page is tested in one. On Debian and Ubuntu: apt-get install -y chromium. Elsewhere install Chrome or Edge, or set {Variable} to the path of the program.");
    }
}
