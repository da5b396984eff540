namespace Paperspace;

/// <summary>Specifies the finding of a cost recommendation.</summary>
public enum CostRecommendationKind
{
    /// <summary>A machine is off, and its disk is still billed.</summary>
    MachineOff,

    /// <summary>A machine has been running for a long time without a shutdown timeout.</summary>
    MachineWithoutShutdownTimeout,

    /// <summary>A static public IP address is not assigned to a machine.</summary>
    UnassignedPublicIp,

    /// <summary>A machine has many snapshots.</summary>
    ManySnapshots,
}
