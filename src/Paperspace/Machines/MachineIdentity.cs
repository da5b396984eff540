namespace Paperspace;

/// <summary>Identifies a machine by its id.</summary>
public sealed class MachineIdentity : ResourceIdentity<Machine>
{
    /// <summary>Creates an identity from an id.</summary>
    /// <exception cref="PaperspaceException">The id is empty or has a character that no id has.</exception>
    public MachineIdentity(string machineId)
        : base(ResourceId.Require(machineId, nameof(machineId)), null)
    {
    }

    /// <summary>Creates an identity from a machine.</summary>
    /// <exception cref="PaperspaceException">The machine's id is empty or has a character that no id has.</exception>
    public MachineIdentity(Machine machine)
        : base(ResourceId.Require((machine ?? throw new ArgumentNullException(nameof(machine))).Id, "machineId"), machine)
    {
    }

    /// <inheritdoc/>
    public override string? Name => Resource?.Name;
}
