namespace Paperspace.Simulator;

/// <summary>Says how the use of a machine is billed.</summary>
internal enum SimulatedBillingType
{
    Hourly,
    Monthly,
}
