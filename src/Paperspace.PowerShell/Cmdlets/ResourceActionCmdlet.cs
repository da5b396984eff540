using System.Management.Automation;
using System.Reflection;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on resources: ShouldProcess for each, requests in flight, and
/// <c>-PassThru</c>.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
public abstract class ResourceActionCmdlet<TResource> : AccountCmdlet
    where TResource : class
{
    private const string NameParameter = "Name";

    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private ResourceTargets<TResource>? _targets;
    private bool? _hasSetting;

    /// <summary>Emits each resource once the action on it was accepted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets the resources to act on.</summary>
    protected abstract IReadOnlyList<ResourceIdentity<TResource>> Targets { get; }

    /// <summary>Gets whether the columns of the object of the pipeline are settings. Those of a resource are the settings as they are. If
    /// the command line has a setting, a row only selects: its other columns may be old values.</summary>
    private protected bool TakesRow => !HasSetting && Targets.All(target => target.IsRow);

    /// <summary>Gets whether the command line has a parameter of the cmdlet's own, beside those that select the resources.</summary>
    private bool HasSetting => _hasSetting ??= GetType()
        .GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        .Any(property => IsGiven(property.Name) && !typeof(IReadOnlyList<ResourceIdentity<TResource>>).IsAssignableFrom(property.PropertyType));

    /// <summary>Gets whether the name of the row is that of the resource to act on, rather than its new one.</summary>
    private bool SelectsByName =>
        MyInvocation.BoundParameters.TryGetValue(NameParameter, out var name)
        && !IsGiven(NameParameter)
        && Targets.All(target => target is { IsRow: true, IsId: false } && target.Id.EqualsIgnoreCase(DisplayValue.ToText(name)?.Trim()));

    /// <summary>Gets the descriptor of the noun.</summary>
    private protected abstract ResourceDescriptor<TResource> Descriptor { get; }

    private ResourceTargets<TResource> Finder => _targets ??= new(this, Descriptor);

    /// <summary>Gets the action as <c>-WhatIf</c> and the question show it.</summary>
    protected abstract string ActionText { get; }

    /// <summary>Gets whether the action is the same for every object of the pipeline, so that a resource needs it once.</summary>
    private protected virtual bool IsUniform => false;

    /// <summary>Gets whether the end of the action will be awaited.</summary>
    protected virtual WaitUntil WaitUntil => WaitUntil.Started;

    /// <summary>Gets whether <c>-PassThru</c> reads the resource before the action, because there may be nothing left to read after
    /// it.</summary>
    protected virtual bool ReadsBefore => false;

    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Require(Client);
        var send = CreateRequest();
        var isOnly = Targets.Count == 1 && !MyInvocation.ExpectingInput;
        foreach (var given in Targets)
            foreach (var found in await Finder.FindAsync(Client, given, cancellationToken))
                if (
                    (!IsUniform || _begun.Add(found.Id))
                    && await Finder.PreviewAsync(Client, found, isOnly, NeedsResource, cancellationToken) is { } target
                    && ShouldProcess(Describe(target), DescribeAction(target.Resource))
                    && ShouldContinue(target))
                    await BeginActionAsync(target, send, cancellationToken);
    }

    /// <summary>Returns what the question names for a resource.</summary>
    protected virtual string Describe(ResourceIdentity<TResource> target) => target.Resource is { } resource
        ? Descriptor.SummarizeState(resource)
        : target.ToString();

    /// <summary>Returns the action as <c>-WhatIf</c> and the question show it for a resource.</summary>
    /// <param name="resource">The resource; null if it is not known.</param>
    protected virtual string DescribeAction(TResource? resource) => ActionText;

    /// <summary>Gets whether each resource is read before the action, even if nothing shows it.</summary>
    private protected virtual bool NeedsResource => false;

    /// <summary>Returns whether to act on a resource, beyond what <c>-Confirm</c> asks.</summary>
    private protected virtual bool ShouldContinue(ResourceIdentity<TResource> target) => true;

    /// <summary>Returns a target with an id that is certain, for an action that cannot fall back to the names.</summary>
    /// <returns>The target; null if there is no such resource, which has been written as an error.</returns>
    private protected async Task<ResourceIdentity<TResource>?> ReadTargetAsync(
        ResourceIdentity<TResource> target, CancellationToken cancellationToken) =>
        await Finder.FindCertainAsync(Client, [target], cancellationToken) is [var certain, ..] ? certain : null;

    /// <summary>Checks that the API has the action, so that <c>-WhatIf</c> tells it too.</summary>
    /// <exception cref="PaperspaceException">It has not.</exception>
    protected virtual void Require(IPaperspaceClient client)
    {
    }

    /// <summary>Begins the action on one resource, as soon as there is a free place for it.</summary>
    private protected virtual Task BeginActionAsync(
        ResourceIdentity<TResource> target, ResourceRequest send, CancellationToken cancellationToken) =>
        SubmitChangeAsync(
            ActionText,
            (client, change, token) => Finder.SendAsync(client, target, found => ActAsync(client, found, send, change, token), token),
            target.Target,
            target.ToString(),
            (result, change) => Complete(result.Target, result.Operation, result.Resource, change),
            cancellationToken);

    /// <summary>Creates the request for the resources of one object of the pipeline, with what that object gave: it is sent when the next
    /// ones may have been taken already.</summary>
    private protected abstract ResourceRequest CreateRequest();

    /// <summary>Sends the request of the action, off the pipeline thread.</summary>
    private protected virtual Task<Operation?> SendAsync(
        IPaperspaceClient client, string id, ResourceRequest send, CancellationToken cancellationToken) =>
        send(client, id, cancellationToken);

    /// <summary>Creates a request for what is carried out at once.</summary>
    private protected static ResourceRequest WithoutOperation(
        Func<IPaperspaceClient, string, CancellationToken, Task> send) =>
        async (client, id, token) =>
        {
            await send(client, id, token).ConfigureAwait(false);
            return null;
        };

    /// <summary>Takes what came of the action on one resource, on the pipeline thread.</summary>
    private protected virtual void Complete(
        ResourceIdentity<TResource> target, Operation? operation, TResource? resource, PendingChange change)
    {
        if (resource is not null) WriteObject(resource);
        WriteWarnings(operation);
    }

    /// <summary>Writes what the caller should know of an action although it was accepted.</summary>
    private protected void WriteWarnings(Operation? operation)
    {
        foreach (var warning in operation?.Warnings ?? []) WriteWarning(TerminalText.Sanitize(warning));
    }

    /// <summary>Reads the options of one object of the pipeline, and checks them; what is wrong with them is told of each of its
    /// resources.</summary>
    /// <typeparam name="TOptions">The type of the options.</typeparam>
    /// <param name="options">The options to fill.</param>
    /// <param name="validate">Completes and checks them.</param>
    /// <returns>Whether they are right.</returns>
    private protected bool TryFill<TOptions>(TOptions options, Action validate)
        where TOptions : OptionSet
    {
        IEnumerable<string> filled = [];
        try
        {
            OptionBinder.Fill(options, this, TakesRow, SelectsByName ? [NameParameter] : []);
            filled = options.Values.Keys;
            validate();
            return true;
        }
        catch (PaperspaceException broken) when (MyInvocation.ExpectingInput || filled.Any(option => !IsGiven(option)))
        {
            foreach (var target in Targets) WriteFailure(broken, target.Target);
            return false;
        }
    }

    private static PaperspaceException NotRead(string action, ResourceIdentity<TResource> target, PaperspaceException failure) => new(
        PaperspaceErrorReason.AcceptedButNotRead,
        $"{action} {target}: the request was accepted, but the resource could not be read for -PassThru: {failure.Message}",
        failure)
    {
        Status = failure.Status,
        ApiMessage = failure.ApiMessage,
        Method = failure.Method,
        Path = failure.Path,
        ResponseBody = failure.ResponseBody,
    };

    private async Task<(ResourceIdentity<TResource> Target, Operation? Operation, TResource? Resource)> ActAsync(
        IPaperspaceClient client,
        ResourceIdentity<TResource> target,
        ResourceRequest send,
        PendingChange change,
        CancellationToken cancellationToken)
    {
        var emits = PassThru && WaitUntil == WaitUntil.Started;
        var before = emits && ReadsBefore ? await Descriptor.ReadAsync(client, target.Id, cancellationToken).ConfigureAwait(false) : null;
        var operation = await change
            .SendAsync(client.Now, () => SendAsync(client, target.Id, send, cancellationToken), _ => target.Id)
            .ConfigureAwait(false);
        if (!emits || before is not null) return (target, operation, before);
        try
        {
            return (target, operation, await Descriptor.ReadAsync(client, target.Id, cancellationToken).ConfigureAwait(false));
        }
        catch (PaperspaceException failure)
        {
            throw NotRead(ActionText, target, failure);
        }
    }
}
