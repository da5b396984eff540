namespace Paperspace.Simulator;

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

/// <summary>Ends a change that breaks a rule of the account; each API has its own message for it.</summary>
internal sealed class AccountRuleException(AccountRule rule) : Exception(rule.ToString())
{
    public AccountRule Rule { get; } = rule;
}
