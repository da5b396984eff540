namespace Paperspace.Simulator;

/// <summary>Represents a template: a public one, or one that the team created from a machine.</summary>
internal sealed class SimulatedTemplate
{
    public required string Id { get; init; }

    /// <summary>Gets or sets the name of the image, or the name that the team chose.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the label, which may be null and need not be unique.</summary>
    public string? Label { get; init; }

    public required string Os { get; init; }

    /// <summary>Gets or sets the operating system label, which may be less precise than <see cref="Os"/>.</summary>
    public required string SystemLabel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets the machine that the template was created from; null for a public template.</summary>
    public SimulatedMachine? Parent { get; init; }

    /// <summary>Gets or sets the required disk size in GB; null if unknown.</summary>
    public int? DefaultSize { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }

    public bool IsCustom => Parent is not null;

    public bool IsWindows => Os.StartsWith("Windows", StringComparison.Ordinal);

    public bool IsUbuntu => Os.StartsWith("Ubuntu", StringComparison.Ordinal);

    /// <summary>Gets the operating system that a machine's agent reports; empty if it reports none.</summary>
    public string ReportedOs
    {
        get
        {
            var words = Os.Split(' ');
            if (words[0] != "Ubuntu") return "";
            var version = words[1].Split('.');
            return $"Ubuntu {words[1]}.1 LTS; uname: 4.15.0-38-generic; distro: ubuntu; major: {version[0]}; minor: {version[1]}";
        }
    }

    public AgentType AgentType =>
        IsWindows ? AgentType.WindowsDesktop
        : Os.EndsWith("Server", StringComparison.Ordinal) ? AgentType.LinuxHeadless
        : AgentType.LinuxDesktop;
}

/// <summary>Specifies the agent of a machine, by its operating system and whether it has a desktop.</summary>
internal enum AgentType
{
    LinuxHeadless,
    LinuxDesktop,
    WindowsDesktop,
}
