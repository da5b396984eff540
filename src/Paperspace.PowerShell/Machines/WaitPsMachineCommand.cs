using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Waits until machines are in a state (operation waitFor), and emits each as it is.</summary>
[Cmdlet(VerbsLifecycle.Wait, "PsMachine")]
[OutputType(typeof(Machine))]
public sealed class WaitPsMachineCommand : AccountCmdlet
{
    private readonly OperationWaits _waits;

    /// <summary>Creates the cmdlet.</summary>
    public WaitPsMachineCommand()
    {
        _waits = new OperationWaits(this);
    }

    /// <summary>Gets or sets the machines: ids, machines, or objects with an Id or MachineId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId", "InputObject")]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <summary>Gets or sets the state to wait for: off, serviceready or ready. A machine that is ready has passed serviceready.</summary>
    [Parameter(Position = 1)]
    [ValidateSet(MachineStates.Off, MachineStates.ServiceReady, MachineStates.Ready)]
    public string State { get; set; } = MachineStates.Ready;

    /// <summary>Gets or sets how long to wait at most; a number means seconds. 20 minutes by default.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <summary>Gets or sets the longest pause between two polls; a number means seconds. Without it pauses grow from 1 to 5
    /// seconds.</summary>
    [Parameter]
    [Seconds]
    public TimeSpan? PollInterval { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var machine in Id)
        {
            _waits.Add(machine, Operation.ForState(machine.Id, State.ToLowerInvariant()));
            if (IsSequential) await FinishAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    protected override Task FinishAsync(CancellationToken cancellationToken) =>
        _waits.RunAsync(
            new MachineWaitOptions { Timeout = Timeout, PollInterval = PollInterval },
            result => WriteObject(result.Machine),
            cancellationToken);
}
