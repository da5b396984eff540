using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Completes a parameter with what the account has: soon, or not at all.</summary>
public abstract class AccountDataCompleter : IArgumentCompleter
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var client = FindAccount(fakeBoundParameters).GetClient();
            using var limit = new CancellationTokenSource(Longest);
            var values = Task.Run(() => ReadAsync(client, limit.Token), limit.Token);
            if (Task.WaitAny([values], Longest) < 0) return [];
            return Completions.Of(wordToComplete, values.GetAwaiter().GetResult()).ToArray();
        }
        catch (Exception)
        {
            // Whatever it is, nobody who presses Tab wants to read about it.
            return [];
        }
    }

    /// <summary>Reads the values, each with what explains it.</summary>
    protected abstract Task<IReadOnlyList<(string Text, string Tooltip)>> ReadAsync(IPaperspaceClient client, CancellationToken cancellationToken);

    private static PaperspaceAccount FindAccount(IDictionary bound)
    {
        var store = AccountStore.Current;
        var named = bound[nameof(AccountCmdlet.Account)] is { } value
            ? LanguagePrimitives.ConvertTo<AccountIdentity>(value).Resolve(store)
            : null;
        return named ?? store.Default ?? store.FromEnvironment(AccountSources.Find(null, null));
    }
}
