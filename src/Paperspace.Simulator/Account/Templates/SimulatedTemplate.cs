namespace Paperspace.Simulator;

/// <summary>Holds a public template.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its label, which need be neither there nor unique.</param>
/// <param name="Os">What it installs.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record SimulatedTemplate(string Id, string? Label, string Os, DateTimeOffset CreatedAt)
{
    public bool IsWindows => Os.StartsWith("Windows", StringComparison.Ordinal);

    public bool IsUbuntu => Os.StartsWith("Ubuntu", StringComparison.Ordinal);

    /// <summary>The system as the agent of a machine reports it once it has run for a while; empty when it reports none.</summary>
    public string ReportedOs { get; } = Report(Os);

    public AgentType AgentType =>
        IsWindows ? AgentType.WindowsDesktop
        : Os.EndsWith("Server", StringComparison.Ordinal) ? AgentType.LinuxHeadless
        : AgentType.LinuxDesktop;

    private static string Report(string os)
    {
        var words = os.Split(' ');
        if (words[0] != "Ubuntu")
            return "";
        var version = words[1].Split('.');
        return $"Ubuntu {words[1]}.1 LTS; uname: 4.15.0-38-generic; distro: ubuntu; major: {version[0]}; minor: {version[1]}";
    }
}
