using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Base of the cmdlets that act on resources: ShouldProcess for each, requests in flight, and <c>-PassThru</c>.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
/// <typeparam name="TIdentity">The type that identifies them.</typeparam>
public abstract class ResourceActionCmdlet<TResource, TIdentity> : AccountCmdlet
    where TResource : class
    where TIdentity : ResourceIdentity<TResource>
{
    /// <summary>Emits each resource once the action on it was accepted.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Gets the resources to act on.</summary>
    protected abstract IReadOnlyList<TIdentity> Targets { get; }

    /// <summary>Gets the action as <c>-WhatIf</c> and the question show it.</summary>
    protected abstract string ActionText { get; }

    /// <summary>Gets whether the end of the action will be awaited.</summary>
    protected virtual WaitUntil WaitUntil => WaitUntil.Started;

    /// <summary>Gets whether <c>-PassThru</c> reads the resource before the action, because there may be nothing left to read after it.</summary>
    protected virtual bool ReadsBefore => false;

    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var target in Targets)
            if (ShouldProcess(target.ToString(), ActionText))
                await BeginActionAsync(target, cancellationToken);
    }

    /// <summary>Begins the action on one resource, as soon as there is a free place for it.</summary>
    private protected virtual Task BeginActionAsync(TIdentity target, CancellationToken cancellationToken) => SubmitChangeAsync(
        ActionText,
        (client, change, token) => ActAsync(client, target, change, token),
        target.Target,
        target.ToString(),
        (result, change) => Complete(target, result.Operation, result.Resource, change),
        cancellationToken);

    /// <summary>Sends the request for one resource.</summary>
    /// <returns>The operation; null where the action is carried out at once.</returns>
    protected abstract Task<ResourceOperation?> SendAsync(IPaperspaceClient client, TIdentity target, CancellationToken cancellationToken);

    /// <summary>Reads the resource for <c>-PassThru</c>.</summary>
    protected abstract Task<TResource> ReadAsync(IPaperspaceClient client, TIdentity target, CancellationToken cancellationToken);

    /// <summary>Takes what came of the action on one resource, on the pipeline thread.</summary>
    private protected virtual void Complete(TIdentity target, ResourceOperation? operation, TResource? resource, PendingChange change)
    {
        if (resource is not null) WriteObject(resource);
        WriteWarnings(operation);
    }

    /// <summary>Writes what the caller should know of an action although it was accepted.</summary>
    private protected void WriteWarnings(ResourceOperation? operation)
    {
        foreach (var warning in operation?.Warnings ?? []) WriteWarning(TerminalText.Sanitize(warning));
    }

    private static PaperspaceException NotRead(string action, TIdentity target, PaperspaceException failure) => new(
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

    private async Task<(ResourceOperation? Operation, TResource? Resource)> ActAsync(
        IPaperspaceClient client, TIdentity target, PendingChange change, CancellationToken cancellationToken)
    {
        var emits = PassThru && WaitUntil == WaitUntil.Started;
        var before = emits && ReadsBefore ? await ReadAsync(client, target, cancellationToken).ConfigureAwait(false) : null;
        var operation = await change
            .SendAsync(client.Now, () => SendAsync(client, target, cancellationToken), _ => target.Id)
            .ConfigureAwait(false);
        if (!emits || before is not null) return (operation, before);
        try
        {
            return (operation, await ReadAsync(client, target, cancellationToken).ConfigureAwait(false));
        }
        catch (PaperspaceException failure)
        {
            throw NotRead(ActionText, target, failure);
        }
    }
}
