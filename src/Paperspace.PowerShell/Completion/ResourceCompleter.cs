using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Base of the completers that ask the account. They give nothing rather than an error or a delay.</summary>
/// <typeparam name="T">The type of the resources.</typeparam>
public abstract class ResourceCompleter<T> : IArgumentCompleter
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    private readonly ResourceCache<T> _cache;

    private protected ResourceCompleter(ResourceCache<T> cache)
    {
        _cache = cache;
    }

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            if (CompletionAccount.Find(commandAst, fakeBoundParameters, out var isOwn) is not { } account) return [];
            using var own = isOwn ? account : null;
            using var limit = new CancellationTokenSource(TimeLimit);
            var listing = Task.Run(
                async () =>
                {
                    using var reference = account.Open();
                    using var client = await reference.CreateClientAsync(null, limit.Token).ConfigureAwait(false);
                    return await _cache.GetAsync(account, client, limit.Token).ConfigureAwait(false);
                },
                limit.Token);
            if (Task.WaitAny([listing], TimeLimit) < 0) return [];
            return CompletionResults.Create(wordToComplete, DescribeAll(listing.GetAwaiter().GetResult()), IsPattern).ToArray();
        }
        catch (Exception)
        {
            // Whatever it is, nobody who presses Tab wants to read about it.
            return [];
        }
    }

    /// <summary>Gets whether the parameter takes wildcards.</summary>
    protected virtual bool IsPattern => false;

    /// <summary>Returns the texts that are completed for resources, and what is shown beside them.</summary>
    private protected virtual IEnumerable<(string Text, string Tooltip)> DescribeAll(IReadOnlyList<T> resources) => resources.Select(Describe);

    /// <summary>Returns the text that is completed for a resource, and what is shown beside it.</summary>
    protected abstract (string Text, string Tooltip) Describe(T resource);
}
