namespace Paperspace;

/// <summary>Tells what a cost recommendation is about.</summary>
public enum CostRecommendationKind
{
    /// <summary>A machine is off, and its storage is paid for.</summary>
    MachineOff,

    /// <summary>A machine has run for long, and has no shutdown timeout.</summary>
    MachineWithoutShutdownTimeout,

    /// <summary>A static public address has no machine.</summary>
    UnassignedPublicIp,

    /// <summary>A machine has many snapshots.</summary>
    ManySnapshots,
}
