namespace Paperspace.Simulator;

/// <summary>Holds a static public address of the account.</summary>
internal sealed class SimulatedPublicIp
{
    public required string Address { get; init; }

    /// <summary>Gets or sets the code of the region.</summary>
    public required string Region { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Gets or sets the machine that has the address; null when none does.</summary>
    public SimulatedMachine? Machine { get; set; }

    /// <summary>Returns the id of the machine that has the address at a moment; null when none does.</summary>
    public string? AssignedMachineId(DateTimeOffset now) => Machine is { } machine && !machine.IsRemoved(now) ? machine.Id : null;
}
