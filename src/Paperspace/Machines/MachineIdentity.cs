namespace Paperspace;

/// <summary>Which machine is meant: an id, or a machine that was read before.</summary>
public sealed class MachineIdentity
{
    /// <summary>Means the machine with this id.</summary>
    /// <param name="id">The id; letters, digits, <c>-</c> and <c>_</c> only, since it becomes a part of a path.</param>
    /// <exception cref="PaperspaceException">The id is empty or has other characters.</exception>
    public MachineIdentity(string id)
    {
        Id = ResourceId.Require(id, "machineId");
    }

    /// <summary>Means this machine.</summary>
    public MachineIdentity(Machine machine)
        : this((machine ?? throw new ArgumentNullException(nameof(machine))).Id)
    {
        Machine = machine;
    }

    /// <summary>The id.</summary>
    public string Id { get; }

    /// <summary>The machine, where the identity was made from one. It may have changed since.</summary>
    public Machine? Machine { get; }

    /// <summary>The id, and the name where it is known: what an error or a question shows.</summary>
    public override string ToString() => string.IsNullOrEmpty(Machine?.Name) ? Id : $"{Id} ({Machine!.Name})";
}
