using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that create resources which are not there at once, with <c>-Wait</c>.</summary>
public abstract class ResourceCreationCmdlet : AccountCmdlet
{
    private readonly WaitQueue _waits = new();

    /// <summary>Waits until the resource is there, and emits it then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Gets or sets how long to wait at the most; a number means seconds. 20 minutes without it.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <summary>Gets whether the end of the creation is waited for.</summary>
    private protected virtual bool Waits => Wait;

    /// <summary>Gets whether the end of the creation will be awaited.</summary>
    protected WaitUntil WaitUntil => Wait ? WaitUntil.Completed : WaitUntil.Started;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (!Waits && IsBound(nameof(Timeout))) WriteWarning(WaitQueue.UnusedTimeout);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task FinishAsync(CancellationToken cancellationToken) => _waits.RunAsync(
        this,
        () => Client,
        new MachineWaitOptions { Timeout = Timeout },
        result => WriteObject(result.Resource ?? result.Machine),
        cancellationToken);

    /// <summary>Writes what was created, at once or once it is there.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="identify">Identifies what was created.</param>
    /// <param name="change">The change.</param>
    private protected void Complete(Operation operation, Func<Operation, ResourceIdentity> identify, PendingChange change)
    {
        if (Wait) _waits.Add(identify(operation), operation, change);
        else WriteObject(operation.Resource ?? operation.Machine);
        foreach (var warning in operation.Warnings) WriteWarning(TerminalText.Sanitize(warning));
    }
}
