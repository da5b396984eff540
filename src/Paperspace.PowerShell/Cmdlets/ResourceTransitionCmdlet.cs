using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets whose action on a resource takes time, with <c>-Wait</c>.</summary>
/// <typeparam name="TResource">The type of the resources.</typeparam>
public abstract class ResourceTransitionCmdlet<TResource> : ResourceActionCmdlet<TResource>
    where TResource : class
{
    private readonly OperationWaits _waits;

    private protected ResourceTransitionCmdlet()
    {
        _waits = new OperationWaits(this);
    }

    /// <summary>Waits until the action has completed.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc cref="ResourceCreationCmdlet.Timeout"/>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <inheritdoc/>
    private protected override bool IsUniform => true;

    /// <summary>Gets whether the cmdlet waits.</summary>
    private protected virtual bool Waits => Wait;

    /// <inheritdoc/>
    protected override WaitUntil WaitUntil => Waits ? WaitUntil.Completed : WaitUntil.Started;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _waits.WarnOfUnusedTimeout(Waits);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task FinishAsync(CancellationToken cancellationToken) => _waits.RunAsync(
        new MachineWaitOptions { Timeout = Timeout },
        result => CompleteWait((result.Resource ?? result.Machine) as TResource),
        cancellationToken);

    /// <inheritdoc/>
    private protected sealed override void Complete(
        ResourceIdentity<TResource> target,
        Operation? operation,
        TResource? resource,
        PendingChange change)
    {
        if (!Waits || operation is null)
        {
            base.Complete(target, operation, resource, change);
            return;
        }

        _waits.Add(target, operation, change);
        WriteWarnings(operation);
        // Those of the end are written then.
        operation.Warnings = [];
    }

    /// <summary>Takes a resource whose action has completed.</summary>
    protected virtual void CompleteWait(TResource? resource)
    {
        if (resource is not null) WriteObject(resource);
    }
}
