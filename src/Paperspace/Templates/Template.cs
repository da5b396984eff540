namespace Paperspace;

/// <summary>Represents a template, which machines can be created from.</summary>
public sealed class Template : Resource
{
    /// <summary>Gets or sets the id, such as <c>tkni3aa4</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name, often the id again.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets what people call it; not unique, and sometimes null.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the operating system.</summary>
    public string? Os { get; set; }

    /// <summary>Gets or sets when it was created.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the team it belongs to; null for public ones.</summary>
    public string? TeamId { get; set; }

    /// <summary>Gets or sets the user it belongs to; null for public ones.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the region it is in; null for public ones.</summary>
    public string? Region { get; set; }

    /// <summary>Gets or sets the agent of machines made from it, such as <c>LinuxHeadless</c>; null where the API does not tell
    /// it.</summary>
    public string? AgentType { get; set; }

    /// <summary>Gets or sets the size in GB of the disk that it needs; null where the API does not tell it.</summary>
    public int? DefaultSizeGb { get; set; }

    /// <summary>Gets or sets the machine types that it can be used with and whether they can be had; null where the API does not tell
    /// it.</summary>
    public IReadOnlyList<TemplateMachineType>? AvailableMachineTypes { get; set => field = value.ToReadable(); }

    /// <summary>Gets or sets the machine that it was made from; null for public ones, or where the API does not tell it.</summary>
    public string? ParentMachineId { get; set; }

    /// <summary>Gets or sets when it was deleted; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the fields of the response that this version does not know, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Gets whether it belongs to the team, rather than being one of the API's own.</summary>
    public bool IsCustom => !string.IsNullOrEmpty(ParentMachineId) || !string.IsNullOrEmpty(TeamId);

    /// <summary>Gets whether it is known to be a Windows template.</summary>
    public bool IsWindows => OsHas("Windows");

    /// <summary>Gets whether it is known to be an Ubuntu template.</summary>
    public bool IsUbuntu => OsHas("Ubuntu");

    /// <summary>Returns whether machines of a type can be created from it: as the API says, otherwise by the rules of the operating systems
    /// (Windows needs a GPU, Ubuntu none of the GRID types).</summary>
    public bool Runs(string machineType) => AvailableMachineTypes is { Count: > 0 } types
        ? types.Any(type => string.Equals(type.MachineType, machineType, StringComparison.OrdinalIgnoreCase))
        : !(IsWindows && MachineTypes.Cpu.Contains(machineType, StringComparer.OrdinalIgnoreCase))
            && !(IsUbuntu && MachineTypes.Grid.Contains(machineType, StringComparer.OrdinalIgnoreCase));

    private bool OsHas(string word) => Os?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
