namespace Paperspace.Report.Browser.Tests.Support;

/// <summary>Finds the browser that the tests use.</summary>
internal static class Chromium
{
    public static ExternalProgram Program { get; } = new(
        "Chromium",
        "PAPERSPACE_CHROMIUM",
        "On Debian and Ubuntu: apt-get install -y chromium. Elsewhere install Chrome or Edge.",
        ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "Google Chrome", "chrome.exe", "msedge.exe"],
        [
            "/Applications/Google Chrome.app/Contents/MacOS",
            .. new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 }
                .Select(Environment.GetFolderPath)
                .Where(folder => folder.Length > 0)
                .SelectMany(folder =>
                    new[] { Path.Combine(folder, "Google/Chrome/Application"), Path.Combine(folder, "Microsoft/Edge/Application") }),
        ]);
}
