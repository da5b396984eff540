namespace Paperspace;

/// <summary>Identifies a machine by its id.</summary>
public sealed class MachineIdentity : ResourceIdentity<Machine>
{
    /// <summary>Creates an identity from an id.</summary>
    /// <exception cref="PaperspaceException">The id is empty or has a character that no id has.</exception>
    public MachineIdentity(string machineId)
        : base(ResourceId.Require(machineId, nameof(machineId)), resource: null)
    {
    }

    /// <summary>Creates an identity from a machine.</summary>
    /// <exception cref="PaperspaceException">The machine's id is empty or has a character that no id has.</exception>
    public MachineIdentity(Machine machine)
        : base(ResourceId.Require((machine ?? throw new ArgumentNullException(nameof(machine))).Id, "machineId"), machine)
    {
    }

    /// <summary>Creates an identity from what identifies no machine, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies no machine.</param>
    public MachineIdentity(string given, PaperspaceException failure)
        : base(given, failure)
    {
    }

    /// <inheritdoc/>
    public override string? Name => Resource?.Name;
}
