using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that create resources which take time to create, with <c>-Wait</c>.</summary>
public abstract class ResourceCreationCmdlet : AccountCmdlet
{
    private readonly OperationWaits _waits;

    private protected ResourceCreationCmdlet()
    {
        _waits = new OperationWaits(this);
    }

    /// <summary>Waits until the resource is created, and emits it then.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Gets or sets how long to wait at most; a number means seconds. 20 minutes by default.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <summary>Gets whether the cmdlet waits.</summary>
    private protected virtual bool Waits => Wait;

    /// <summary>Gets whether the completion will be awaited.</summary>
    protected WaitUntil WaitUntil => Wait ? WaitUntil.Completed : WaitUntil.Started;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _waits.WarnOfUnusedTimeout(Waits);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task FinishAsync(CancellationToken cancellationToken) => _waits.RunAsync(
        new MachineWaitOptions { Timeout = Timeout },
        result => WriteObject(result.Resource ?? result.Machine),
        cancellationToken);

    /// <summary>Writes the resource, at once or when the operation has completed.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="identify">Identifies the resource.</param>
    /// <param name="change">The change.</param>
    private protected void Complete(Operation operation, Func<Operation, ResourceIdentity> identify, PendingChange change)
    {
        if (Wait) _waits.Add(identify(operation), operation, change);
        else WriteObject(operation.Resource ?? operation.Machine);
        foreach (var warning in operation.Warnings) WriteWarning(TerminalText.Sanitize(warning));
    }
}
