namespace Paperspace.Simulator;

/// <summary>Names the rules of the account that a request can break.</summary>
internal enum AccountRule
{
    MachineIsStarting,
    PowerStateFits,
    CapacityIsSufficient,
    MachineLimit,
    DiskNeverShrinks,
    MachineTypeStaysInFamily,
    MachineTypeRunsTemplate,
    RegionsMatch,
    NetworkIsEmpty,
    PublicIpIsFree,
}
