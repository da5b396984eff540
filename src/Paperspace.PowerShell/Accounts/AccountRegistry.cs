using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Paperspace.PowerShell;

/// <summary>Holds the accounts of one runspace: those connected by name, which of them is the default, and the one of the
/// environment.</summary>
internal sealed class AccountRegistry
{
    private static readonly ConditionalWeakTable<object, AccountRegistry> Registries = new();

    private readonly Dictionary<string, PaperspaceAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private KeyValuePair<AccountSettings, PaperspaceAccount>? _environment;

    /// <summary>Gets the registry of the runspace that runs on this thread.</summary>
    /// <remarks>A runspace of a pool is reset before it is used again, and gets a new event manager then: accounts end with it, like
    /// variables.</remarks>
    public static AccountRegistry Current
    {
        get
        {
            var runspace = Runspace.DefaultRunspace;
            return Registries.GetValue((object?)runspace.Events ?? runspace, static _ => new AccountRegistry());
        }
    }

    public IReadOnlyCollection<PaperspaceAccount> All => _accounts.Values;

    /// <summary>Gets the account that is used when none is named; null when there is none.</summary>
    public PaperspaceAccount? Default { get; private set; }

    /// <summary>Gets the names of the connected accounts, for a sentence.</summary>
    public string Names => TerminalText.Sanitize(string.Join(", ", _accounts.Keys));

    /// <summary>Returns the account of this name; null when none is connected by it.</summary>
    public PaperspaceAccount? Find(string name) => _accounts.TryGetValue(name, out var account) ? account : null;

    /// <summary>Returns the connected accounts that an identity means: one, or those whose name matches its wildcards.</summary>
    /// <exception cref="PaperspaceException">None is connected by this name.</exception>
    public IReadOnlyCollection<PaperspaceAccount> FindAll(AccountIdentity identity, string parameter, bool isUsed = true)
    {
        if (identity.Account is null && Find(identity.Name) is null && NameMatcher.FindPattern(identity.Name) is { } pattern)
            return [.. _accounts.Values.Where(account => pattern.IsMatch(account.Name))];
        return [identity.Resolve(this, parameter, isUsed)];
    }

    /// <summary>Returns the account that is used when none is named: the default one, or that of the environment when none is
    /// connected.</summary>
    /// <exception cref="PaperspaceException">The default account was disconnected while others are connected, or the environment names
    /// none.</exception>
    public PaperspaceAccount GetDefault()
    {
        if (Default is not null) return Default;
        if (_accounts.Count == 0) return FromEnvironment(AccountResolver.Find(new AccountRequest()));
        throw PaperspaceException.InvalidRequest(
            $"The default account was disconnected, and no other was made the default. Connected: {Names}. Name one with -Account, or "
                + "connect the default one again.",
            "Account");
    }

    public void Connect(PaperspaceAccount account, bool asDefault)
    {
        var earlier = Find(account.Name);
        var isDefault = asDefault || _accounts.Count == 0 || (earlier is not null && ReferenceEquals(earlier, Default));
        if (earlier is not null) Disconnect(earlier);
        _accounts[account.Name] = account;
        if (isDefault) Default = account;
        MarkDefault();
    }

    /// <summary>Takes an account out and disconnects it. One that was replaced by another of its name takes nothing out.</summary>
    public void Disconnect(PaperspaceAccount account)
    {
        if (ReferenceEquals(Find(account.Name), account)) _accounts.Remove(account.Name);
        if (ReferenceEquals(Default, account)) Default = null;
        if (_environment is { } known && ReferenceEquals(known.Value, account)) _environment = null;
        account.IsDefault = false;
        MarkDefault();
        account.Dispose();
    }

    private PaperspaceAccount FromEnvironment(AccountSettings settings)
    {
        if (_environment is { } known)
        {
            if (known.Key == settings && !known.Value.IsDisconnected) return known.Value;
            known.Value.IsDefault = false;
            known.Value.Dispose();
        }

        var account = AccountFactory.Create(settings);
        _environment = new KeyValuePair<AccountSettings, PaperspaceAccount>(settings, account);
        MarkDefault();
        return account;
    }

    private void MarkDefault()
    {
        var environment = _environment?.Value;
        foreach (var account in _accounts.Values) account.IsDefault = ReferenceEquals(account, Default);
        environment?.IsDefault = _accounts.Count == 0;
    }
}
