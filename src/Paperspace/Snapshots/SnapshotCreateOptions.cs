namespace Paperspace;

/// <summary>Describes a snapshot to take.</summary>
public sealed class SnapshotCreateOptions : OptionSet
{
    /// <summary>Gets or sets the machine whose disk it is of.</summary>
    public string? MachineId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Checks what can be known before sending.</summary>
    /// <exception cref="PaperspaceException">A rule is broken; the error names the parameter.</exception>
    public void Validate()
    {
        _ = ResourceId.Require(MachineId, nameof(MachineId));
        Require(Name, nameof(Name));
    }
}
