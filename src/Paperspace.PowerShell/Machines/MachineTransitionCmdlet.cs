using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Base of the cmdlets whose action on a machine takes time, with <c>-Wait</c>.</summary>
public abstract class MachineTransitionCmdlet : MachineActionCmdlet
{
    private readonly WaitQueue _waits = new();

    /// <summary>Waits until the action has ended.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at the most, in seconds or as a TimeSpan.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <summary>Gets whether the end of the action is waited for.</summary>
    private protected virtual bool Waits => Wait;

    /// <inheritdoc/>
    protected override WaitUntil WaitUntil => Waits ? WaitUntil.Completed : WaitUntil.Started;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!Waits && IsBound(nameof(Timeout))) WriteWarning(WaitQueue.UnusedTimeout);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task FinishAsync(CancellationToken cancellationToken) =>
        _waits.RunAsync(this, () => Client, new MachineWaitOptions { Timeout = Timeout }, CompleteWait, cancellationToken);

    /// <inheritdoc/>
    private protected sealed override void Complete(MachineIdentity target, ResourceOperation? operation, Machine? resource, PendingChange change)
    {
        if (!Waits || operation is null)
        {
            base.Complete(target, operation, resource, change);
            return;
        }

        _waits.Add(target, MachineWaitCondition.ForOperation(operation), change);
        WriteWarnings(operation);
    }

    /// <summary>Takes a machine whose action has ended.</summary>
    protected virtual void CompleteWait(Machine? machine)
    {
        if (machine is not null) WriteObject(machine);
    }
}
