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

    /// <inheritdoc/>
    protected sealed override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var target in Targets)
            if (ShouldProcess(target.ToString(), ActionText))
                await SubmitAsync(
                    (client, token) => ActAsync(client, target, token), target.Target, result => Complete(target, result), cancellationToken);
    }

    /// <summary>Sends the request for one resource.</summary>
    /// <returns>The operation; null where the action is carried out at once.</returns>
    protected abstract Task<ResourceOperation?> SendAsync(IPaperspaceClient client, TIdentity target, CancellationToken cancellationToken);

    /// <summary>Reads the resource for <c>-PassThru</c>.</summary>
    protected abstract Task<TResource> ReadAsync(IPaperspaceClient client, TIdentity target, CancellationToken cancellationToken);

    /// <summary>Acts on one resource, off the pipeline thread.</summary>
    /// <returns>The operation, and the resource that <c>-PassThru</c> emits; null where nothing is to be emitted yet.</returns>
    protected virtual async Task<(ResourceOperation? Operation, TResource? Resource)> ActAsync(
        IPaperspaceClient client, TIdentity target, CancellationToken cancellationToken)
    {
        var operation = await SendAsync(client, target, cancellationToken).ConfigureAwait(false);
        var emits = PassThru && WaitUntil == WaitUntil.Started;
        return (operation, emits ? await ReadAsync(client, target, cancellationToken).ConfigureAwait(false) : null);
    }

    /// <summary>Takes what came of the action on one resource, on the pipeline thread.</summary>
    protected virtual void Complete(TIdentity target, (ResourceOperation? Operation, TResource? Resource) result)
    {
        if (result.Resource is not null) WriteObject(result.Resource);
    }
}
