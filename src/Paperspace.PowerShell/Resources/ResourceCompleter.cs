using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Paperspace.PowerShell;

/// <summary>Completes a parameter with the account's resources. A completer returns nothing rather than an error or a delay.</summary>
internal abstract class ResourceCompleter : IArgumentCompleter
{
    private static readonly TimeSpan TimeLimit = TimeSpan.FromSeconds(1);

    /// <summary>Gets whether the parameter takes wildcards.</summary>
    private protected virtual bool IsPattern => true;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        try
        {
            var values = Read(commandAst, fakeBoundParameters, ListAsync) ?? [];
            return CompletionResults.Create(wordToComplete, values, IsPattern).ToArray();
        }
        catch (Exception)
        {
            // Completion must never throw.
            return [];
        }
    }

    /// <summary>Returns the choices of each resource.</summary>
    private protected abstract Task<IEnumerable<CompletionChoice[]>> ListAsync(
        PaperspaceAccount account, IPaperspaceClient client, CancellationToken cancellationToken);

    /// <summary>Reads something of the account that a command line uses; null if the account is not known yet.</summary>
    /// <exception cref="Exception">It cannot be read in time.</exception>
    internal static T? Read<T>(
        CommandAst line, IDictionary bound, Func<PaperspaceAccount, IPaperspaceClient, CancellationToken, Task<T>> read)
        where T : class
    {
        if (CompletionAccount.Find(line, bound, out var isOwn) is not { } account) return null;
        using var own = isOwn ? account : null;
        return Task.Run(() => ReadAsync(account, read)).GetAwaiter().GetResult();
    }

    private static async Task<T> ReadAsync<T>(
        PaperspaceAccount account, Func<PaperspaceAccount, IPaperspaceClient, CancellationToken, Task<T>> read)
    {
        using var reference = account.Open();
        // While the API is unknown, there is no client yet whose clock could measure the limit.
        using var connecting = new CancellationTokenSource(TimeLimit);
        var client = await reference.GetClientAsync(connecting.Token).ConfigureAwait(false);
        using var listing = client.CreateTimeLimit(TimeLimit);
        return await read(account, client, listing.Token).ConfigureAwait(false);
    }
}

/// <summary>Completes resources by name, and by id if the name is not unique or the word begins an id.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
/// <typeparam name="TDescriptor">Their descriptor.</typeparam>
internal class ResourceCompleter<TResource, TDescriptor> : ResourceCompleter
    where TResource : class
    where TDescriptor : ResourceDescriptor<TResource>
{
    private static readonly ResourceDescriptor<TResource> Descriptor =
        (ResourceDescriptor<TResource>)ResourceDescriptor.Get(typeof(TDescriptor));

    /// <summary>Returns the choices of a resource, the best first.</summary>
    /// <param name="id">The id.</param>
    /// <param name="name">The name.</param>
    /// <param name="label">The name with what tells it from others of the name; null if it is unique.</param>
    /// <param name="tooltip">The tooltip.</param>
    private protected virtual IEnumerable<CompletionChoice> GetChoices(string id, string name, string? label, string tooltip) =>
        [new(name, label is null ? name : id, tooltip, label), new(id, id, tooltip)];

    /// <inheritdoc/>
    private protected sealed override async Task<IEnumerable<CompletionChoice[]>> ListAsync(
        PaperspaceAccount account, IPaperspaceClient client, CancellationToken cancellationToken)
    {
        var resources = await Descriptor.Cache.GetAsync(account, client, cancellationToken).ConfigureAwait(false);
        var names = resources.Select(GetName).ToLookup(name => name, StringComparer.OrdinalIgnoreCase);
        return resources.Select(resource =>
        {
            var name = GetName(resource);
            var id = Descriptor.GetId(resource) ?? "";
            var other = Descriptor.GetNames(resource).LastOrDefault(each => !string.IsNullOrWhiteSpace(each) && !each.EqualsIgnoreCase(name));
            var label = names[name].Count() == 1 ? null : $"{name} ({other ?? id})";
            return GetChoices(id, name, label, Descriptor.Summarize(resource)).ToArray();
        });
    }

    private static string GetName(TResource resource) =>
        Descriptor.GetNames(resource).FirstOrDefault(name => !string.IsNullOrWhiteSpace(name)) ?? "";
}

/// <summary>Completes resources by id, also if the word begins a name.</summary>
internal sealed class ResourceIdCompleter<TResource, TDescriptor> : ResourceCompleter<TResource, TDescriptor>
    where TResource : class
    where TDescriptor : ResourceDescriptor<TResource>
{
    /// <inheritdoc/>
    private protected override bool IsPattern => false;

    /// <inheritdoc/>
    private protected override IEnumerable<CompletionChoice> GetChoices(string id, string name, string? label, string tooltip) =>
        [new(id, id, tooltip), new(name, id, tooltip)];
}

/// <summary>Completes resources by name.</summary>
internal sealed class ResourceNameCompleter<TResource, TDescriptor> : ResourceCompleter<TResource, TDescriptor>
    where TResource : class
    where TDescriptor : ResourceDescriptor<TResource>
{
    /// <inheritdoc/>
    private protected override IEnumerable<CompletionChoice> GetChoices(string id, string name, string? label, string tooltip) =>
        [new(name, name, tooltip)];
}
