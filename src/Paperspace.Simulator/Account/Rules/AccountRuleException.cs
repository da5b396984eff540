namespace Paperspace.Simulator;

/// <summary>Ends a change that breaks a rule of the account; each API words it in its own way.</summary>
internal sealed class AccountRuleException(AccountRule rule) : Exception(rule.ToString())
{
    public AccountRule Rule { get; } = rule;
}
