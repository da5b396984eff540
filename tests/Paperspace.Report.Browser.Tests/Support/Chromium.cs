using PuppeteerSharp;

namespace Paperspace.Report.Tests.Support;

/// <summary>Finds the browser that the tests use.</summary>
internal static class Chromium
{
    /// <summary>The variable that says where it is.</summary>
    private const string Variable = "PAPERSPACE_CHROMIUM";

    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "chrome.exe",
        "msedge.exe",
    ];

    private static readonly string[] Folders =
    [
        .. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator),
        "/Applications/Google Chrome.app/Contents/MacOS",
        .. new[] { Environment.SpecialFolder.ProgramFiles, Environment.SpecialFolder.ProgramFilesX86 }
            .Select(Environment.GetFolderPath)
            .SelectMany(folder =>
                new[] { Path.Combine(folder, "Google/Chrome/Application"), Path.Combine(folder, "Microsoft/Edge/Application") }),
    ];

    private static readonly Lazy<Task<string>> Program = new(FindAsync);

    /// <summary>Returns its path; where there is none, downloads one that is kept for the next time.</summary>
    /// <exception cref="InvalidOperationException">There is none, and none could be downloaded.</exception>
    public static Task<string> GetAsync() => Program.Value;

    private static async Task<string> FindAsync()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given) return given;
        var installed = Folders
            .SelectMany(folder => Names.Append("Google Chrome").Select(name => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
        return installed ?? await DownloadAsync();
    }

    private static async Task<string> DownloadAsync()
    {
        var folder = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "paperspace-tests");
        try
        {
            var browser = await new BrowserFetcher(
                new BrowserFetcherOptions { Path = folder, Browser = SupportedBrowser.ChromeHeadlessShell })
                .DownloadAsync();
            return browser.GetExecutablePath();
        }
        catch (Exception failure)
        {
            throw new InvalidOperationException(
                "The report's page is tested in Chromium. None was found, and none could be downloaded. On Debian and Ubuntu: "
                + $"apt-get install -y chromium. Elsewhere install Chrome or Edge, or set {Variable} to the path of the program.",
                failure);
        }
    }
}
