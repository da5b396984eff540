namespace Paperspace;

/// <summary>Specifies a snapshot to take.</summary>
public sealed class SnapshotCreateOptions : OptionSet
{
    /// <summary>Gets or sets the id of the machine.</summary>
    public string? MachineId { get => Get<string>(); set => Set(value); }

    /// <summary>Gets or sets the name.</summary>
    public string? Name { get => Get<string>(); set => Set(value); }

    /// <summary>Checks the options. Sends nothing.</summary>
    /// <exception cref="PaperspaceException">An option is invalid; the error names the parameter.</exception>
    public void Validate()
    {
        _ = ResourceId.Require(MachineId, nameof(MachineId));
        Require(Name, nameof(Name));
    }
}
