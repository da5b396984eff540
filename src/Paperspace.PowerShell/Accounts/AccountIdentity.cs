namespace Paperspace.PowerShell;

/// <summary>Identifies an account: by the name it was connected by, or the account itself.</summary>
public sealed class AccountIdentity
{
    /// <summary>Means the account connected by this name.</summary>
    public AccountIdentity(string name)
    {
        Name = name;
    }

    /// <summary>Means this account.</summary>
    public AccountIdentity(PaperspaceAccount account)
    {
        Account = account ?? throw new ArgumentNullException(nameof(account));
        Name = account.Name;
    }

    /// <summary>Gets the name.</summary>
    public string Name { get; }

    /// <summary>Gets the account, where the identity was made from one.</summary>
    public PaperspaceAccount? Account { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Returns the account, for a command to begin with.</summary>
    /// <param name="registry">The accounts of the runspace.</param>
    /// <param name="parameter">The parameter that names it.</param>
    /// <param name="isUsed">Whether the command uses the account, so that connecting it helps.</param>
    /// <exception cref="PaperspaceException">None is connected by this name, or the account was disconnected.</exception>
    internal PaperspaceAccount Resolve(AccountRegistry registry, string parameter, bool isUsed = true)
    {
        var connected = registry.All.Count == 0 ? "None is connected." : $"Connected: {registry.Names}.";
        var name = TerminalText.Sanitize(Name);
        var account = Account ?? registry.Find(Name) ?? throw PaperspaceException.InvalidRequest(
            $"No account is connected by the name '{name}'. {connected}" + (isUsed ? $" Connect it with Connect-PsAccount -Name '{name}'." : ""),
            parameter);
        if (!account.IsDisconnected) return account;
        throw PaperspaceException.InvalidRequest(
            $"The account '{name}' was disconnected. "
            + (registry.Find(Name) is { IsDisconnected: false }
                ? $"Another is connected by its name now: -{parameter} '{name}'."
                : $"{connected} Connect it again with Connect-PsAccount -Name '{name}'."),
            parameter);
    }
}
