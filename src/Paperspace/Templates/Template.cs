namespace Paperspace;

/// <summary>Represents a template, from which machines are created.</summary>
public sealed class Template : Resource
{
    /// <summary>Gets or sets the id, such as <c>tkni3aa4</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>Gets or sets the name, which is often the same as the id.</summary>
    public string? Name { get; set; }

    /// <summary>Gets or sets the display name, which need not be unique; sometimes null.</summary>
    public string? Label { get; set; }

    /// <summary>Gets or sets the operating system.</summary>
    public string? Os { get; set; }

    /// <summary>Gets or sets the time when the template was created.</summary>
    public DateTimeOffset? DtCreated { get; set; }

    /// <summary>Gets or sets the id of the template's team; null for public templates.</summary>
    public string? TeamId { get; set; }

    /// <summary>Gets or sets the id of the template's user; null for public templates.</summary>
    public string? UserId { get; set; }

    /// <summary>Gets or sets the short name of the region; null for public templates.</summary>
    public string? Region { get; set; }

    /// <summary>
    /// Gets or sets the agent type of machines created from the template, see <see cref="AgentTypes"/>; null if the API
    /// does not return it.
    /// </summary>
    public string? AgentType { get; set; }

    /// <summary>Gets or sets the required disk size in GB; null if the API does not return it.</summary>
    public int? DefaultSizeGb { get; set; }

    /// <summary>Gets or sets the compatible machine types and their availability; null if the API does not return them.</summary>
    public IReadOnlyList<TemplateMachineType>? AvailableMachineTypes { get; set => field = value.ToReadable(); }

    /// <summary>
    /// Gets or sets the id of the machine that the template was created from; null for public templates, or if the API
    /// does not return it.
    /// </summary>
    public string? ParentMachineId { get; set; }

    /// <summary>Gets or sets the time when the template was deleted; null while it exists.</summary>
    public DateTimeOffset? DtDeleted { get; set; }

    /// <summary>Gets or sets the response fields that have no property, by name.</summary>
    public IReadOnlyDictionary<string, object?> AdditionalData { get; set; } = Paperspace.AdditionalData.None;

    /// <summary>Gets whether the template belongs to the team, rather than being public.</summary>
    public bool IsCustom => !string.IsNullOrEmpty(ParentMachineId) || !string.IsNullOrEmpty(TeamId);

    /// <summary>Gets whether the template is known to run Windows.</summary>
    public bool IsWindows => OsHas("Windows");

    /// <summary>Gets whether the template is known to run Ubuntu.</summary>
    public bool IsUbuntu => OsHas("Ubuntu");

    /// <summary>
    /// Returns whether the template runs on a machine type. If the API does not say, the documented rules apply:
    /// Windows needs a GPU, and Ubuntu does not run on GRID types.
    /// </summary>
    public bool Runs(string machineType) => AvailableMachineTypes is { Count: > 0 } types
        ? types.Any(type => string.Equals(type.MachineType, machineType, StringComparison.OrdinalIgnoreCase))
        : !(IsWindows && MachineTypes.Cpu.Contains(machineType, StringComparer.OrdinalIgnoreCase))
            && !(IsUbuntu && MachineTypes.Grid.Contains(machineType, StringComparer.OrdinalIgnoreCase));

    private bool OsHas(string word) => Os?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;
}
