namespace Paperspace.Simulator;

/// <summary>Says what a start or a create comes to when its machine type cannot be had.</summary>
public enum CapacityShortage
{
    /// <summary>It is accepted, and the start event fails after a while.</summary>
    FailsStart,

    /// <summary>It is refused at once.</summary>
    RefusesRequest,
}
