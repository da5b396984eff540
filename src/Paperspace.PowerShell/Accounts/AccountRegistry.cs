using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace Paperspace.PowerShell;

/// <summary>The accounts of one runspace: those connected by name, which of them is the default, and the one of the environment.</summary>
internal sealed class AccountRegistry
{
    private static readonly ConditionalWeakTable<Runspace, AccountRegistry> Stores = new();

    private readonly Dictionary<string, PaperspaceAccount> _accounts = new(StringComparer.OrdinalIgnoreCase);
    private KeyValuePair<AccountSettings, PaperspaceAccount>? _environment;

    /// <summary>The store of the runspace that runs on this thread.</summary>
    public static AccountRegistry Current => Stores.GetValue(Runspace.DefaultRunspace, static _ => new AccountRegistry());

    /// <summary>The connected accounts.</summary>
    public IReadOnlyCollection<PaperspaceAccount> All => _accounts.Values;

    /// <summary>The account that is used when none is named; null when none is connected.</summary>
    public PaperspaceAccount? Default { get; private set; }

    /// <summary>The account of this name; null when none is connected by it.</summary>
    public PaperspaceAccount? Find(string name) => _accounts.TryGetValue(name, out var account) ? account : null;

    /// <summary>Adds an account in place of an earlier one of its name.</summary>
    public void Connect(PaperspaceAccount account, bool asDefault)
    {
        var earlier = Find(account.Name);
        if (earlier is not null) Disconnect(earlier);
        _accounts[account.Name] = account;
        if (asDefault || Default is null) Default = account;
        MarkDefault();
    }

    /// <summary>Takes an account out and closes it.</summary>
    public void Disconnect(PaperspaceAccount account)
    {
        _accounts.Remove(account.Name);
        if (ReferenceEquals(Default, account)) Default = null;
        account.IsDefault = false;
        MarkDefault();
        account.Dispose();
    }

    /// <summary>The account of the environment's settings; the same one as long as they stay the same.</summary>
    public PaperspaceAccount FromEnvironment(AccountSettings settings)
    {
        if (_environment is { } known)
        {
            if (known.Key == settings) return known.Value;
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
        if (environment is not null) environment.IsDefault = Default is null;
    }
}
