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
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (!_waits.IsEmpty) await _waits.RunAsync(this, Client, new MachineWaitOptions { Timeout = Timeout }, CompleteWait, cancellationToken);
    }

    /// <inheritdoc/>
    protected sealed override void Complete(MachineIdentity target, (ResourceOperation? Operation, Machine? Resource) result)
    {
        if (Wait && result.Operation is not null) _waits.Add(target, MachineWaitCondition.ForOperation(result.Operation));
        else base.Complete(target, result);
    }

    /// <summary>Takes a machine whose action has ended.</summary>
    protected virtual void CompleteWait(Machine? machine)
    {
        if (machine is not null) WriteObject(machine);
    }
}
