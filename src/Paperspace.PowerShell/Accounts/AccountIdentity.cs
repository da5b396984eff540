namespace Paperspace.PowerShell;

/// <summary>Which account is meant: the name it was connected by, or the account itself.</summary>
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

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The account, where the identity was made from one.</summary>
    public PaperspaceAccount? Account { get; }

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>The account.</summary>
    /// <exception cref="PaperspaceException">None is connected by this name.</exception>
    internal PaperspaceAccount Resolve(AccountRegistry store) => Account ?? store.Find(Name) ?? throw PaperspaceException.InvalidRequest(
        $"No account is connected by the name '{TerminalText.Sanitize(Name)}'. "
        + (store.All.Count == 0 ? "None is." : $"Connected: {string.Join(", ", store.All.Select(account => account.Name))}.")
        + $" Connect it with Connect-PsAccount -Name '{TerminalText.Sanitize(Name)}'.",
        "Account");
}
