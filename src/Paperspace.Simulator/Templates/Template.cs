namespace Paperspace.Simulator;

/// <summary>A public template.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Label">Its label, which need be neither there nor unique.</param>
/// <param name="Os">What it installs.</param>
/// <param name="CreatedAt">When it was made, in the API's form.</param>
internal sealed record Template(string Id, string? Label, string Os, string CreatedAt)
{
    public bool IsWindows => Os.StartsWith("Windows", StringComparison.Ordinal);

    public bool IsUbuntu => Os.StartsWith("Ubuntu", StringComparison.Ordinal);

    /// <summary>The system as the agent of a machine reports it once it has run for a while; empty when it reports none.</summary>
    public string ReportedOs { get; } = Report(Os);

    public string AgentType =>
        IsWindows ? "WindowsDesktop" : Os.EndsWith("Server", StringComparison.Ordinal) ? "LinuxHeadless" : "LinuxDesktop";

    public static FieldSet<Template> Fields { get; } = new(
        Field<Template>.Text("id", template => template.Id),
        Field<Template>.Text("name", template => $"paperspace/{template.Id}"),
        Field<Template>.Text("label", template => template.Label),
        Field<Template>.Text("os", template => template.Os),
        Field<Template>.Date("dtCreated", template => template.CreatedAt),
        Field<Template>.Hidden("teamId", _ => null),
        Field<Template>.Hidden("userId", _ => null),
        Field<Template>.Hidden("region", _ => null));

    private static string Report(string os)
    {
        var words = os.Split(' ');
        if (words[0] != "Ubuntu")
            return "";
        var version = words[1].Split('.');
        return $"Ubuntu {words[1]}.1 LTS; uname: 4.15.0-38-generic; distro: ubuntu; major: {version[0]}; minor: {version[1]}";
    }
}
