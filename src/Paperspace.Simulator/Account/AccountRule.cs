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

/// <summary>The exception that is thrown when a change breaks a rule of the account. Each API has its own message for it.</summary>
internal sealed class AccountRuleException(AccountRule rule) : Exception(rule.ToString())
{
    public AccountRule Rule { get; } = rule;
}
