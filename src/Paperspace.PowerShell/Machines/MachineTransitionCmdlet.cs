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

    /// <inheritdoc/>
    protected override WaitUntil WaitUntil => Wait ? WaitUntil.Completed : WaitUntil.Started;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!Wait && IsBound(nameof(Timeout))) WriteWarning(WaitQueue.UnusedTimeout);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task FinishAsync(CancellationToken cancellationToken) =>
        _waits.RunAsync(this, () => Client, new MachineWaitOptions { Timeout = Timeout }, CompleteWait, cancellationToken);

    /// <inheritdoc/>
    private protected sealed override void Complete(MachineIdentity target, ResourceOperation? operation, Machine? resource, PendingChange change)
    {
        if (Wait && operation is not null) _waits.Add(target, MachineWaitCondition.ForOperation(operation), change);
        else base.Complete(target, operation, resource, change);
    }

    /// <summary>Takes a machine whose action has ended.</summary>
    protected virtual void CompleteWait(Machine? machine)
    {
        if (machine is not null) WriteObject(machine);
    }
}
