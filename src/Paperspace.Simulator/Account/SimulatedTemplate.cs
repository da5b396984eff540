namespace Paperspace.Simulator;

/// <summary>Holds a template: a public one, or one that the team created from a machine.</summary>
internal sealed class SimulatedTemplate
{
    public required string Id { get; init; }

    /// <summary>Gets or sets the name of its image, or the name that the team chose.</summary>
    public required string Name { get; set; }

    /// <summary>Gets or sets the label, which may be missing and need not be unique.</summary>
    public string? Label { get; init; }

    public required string Os { get; init; }

    /// <summary>Gets or sets the label of the system, which may say less than <see cref="Os"/>.</summary>
    public required string SystemLabel { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets the machine that it was created from; null for a public one.</summary>
    public SimulatedMachine? Parent { get; init; }

    /// <summary>Gets or sets the storage in GB that it needs; null if unknown.</summary>
    public int? DefaultSize { get; init; }

    public DateTimeOffset? RemovedAt { get; set; }

    public bool IsCustom => Parent is not null;

    public bool IsWindows => Os.StartsWith("Windows", StringComparison.Ordinal);

    public bool IsUbuntu => Os.StartsWith("Ubuntu", StringComparison.Ordinal);

    /// <summary>Gets the system as the agent of a machine reports it; empty if it does not.</summary>
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

/// <summary>Names the agents that run on machines, by their system and whether it has a desktop.</summary>
internal enum AgentType
{
    LinuxHeadless,
    LinuxDesktop,
    WindowsDesktop,
}
