using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the completers that ask the account. They return nothing rather than an error or a delay.</summary>
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
            var resources = List(_cache, commandAst, fakeBoundParameters);
            return CompletionResults.Create(wordToComplete, DescribeAll(resources), IsPattern).ToArray();
        }
        catch (Exception)
        {
            // Whatever it is, nobody who presses Tab wants to read about it.
            return [];
        }
    }

    /// <summary>Lists the resources of the account that a command line uses; none if the account is not known yet.</summary>
    /// <exception cref="Exception">The list cannot be read in time.</exception>
    internal static IReadOnlyList<T> List(ResourceCache<T> cache, CommandAst line, IDictionary bound)
    {
        if (CompletionAccount.Find(line, bound, out var isOwn) is not { } account) return [];
        using var own = isOwn ? account : null;
        return Task.Run(() => ListAsync(cache, account)).GetAwaiter().GetResult();
    }

    private static async Task<IReadOnlyList<T>> ListAsync(ResourceCache<T> cache, PaperspaceAccount account)
    {
        using var reference = account.Open();
        // Where the API is not known, there is no client yet whose clock could tell the time.
        using var connecting = new CancellationTokenSource(TimeLimit);
        using var client = await reference.CreateClientAsync(null, connecting.Token).ConfigureAwait(false);
        using var listing = client.CreateTimeLimit(TimeLimit);
        return await cache.GetAsync(account, client, listing.Token).ConfigureAwait(false);
    }

    /// <summary>Gets whether the parameter takes wildcards.</summary>
    protected virtual bool IsPattern => false;

    /// <summary>Returns the texts that are completed for resources, and what is shown beside them.</summary>
    private protected virtual IEnumerable<(string Text, string Tooltip)> DescribeAll(IReadOnlyList<T> resources) =>
        resources.Select(Describe);

    /// <summary>Returns the text that is completed for a resource, and what is shown beside it.</summary>
    protected abstract (string Text, string Tooltip) Describe(T resource);
}
