using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Waits until machines are in a state (operation waitFor), and emits each as it is.</summary>
[Cmdlet(VerbsLifecycle.Wait, "PsMachine", DefaultParameterSetName = MachineSet)]
[OutputType(typeof(Machine))]
public sealed class WaitPsMachineCommand : AccountCmdlet
{
    private const string MachineSet = "Machine";
    private const string IdSet = "Id";

    private readonly OperationWaits _waits;
    private readonly ResourceTargets<Machine> _targets;

    /// <summary>Creates the cmdlet.</summary>
    public WaitPsMachineCommand()
    {
        _waits = new OperationWaits(this);
        _targets = new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
    }

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = MachineSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Machine { get; set; } = [];

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <summary>Gets or sets the states to wait for: off, serviceready or ready; any of them is enough. A machine that is ready has passed
    /// serviceready.</summary>
    [Parameter(Position = 1)]
    [ValidateSet(MachineStates.Off, MachineStates.ServiceReady, MachineStates.Ready)]
    public string[] State { get; set; } = [MachineStates.Ready];

    /// <summary>Gets or sets how long to wait at most; a number means seconds. 20 minutes by default.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan Timeout { get; set; } = MachineWaitOptions.DefaultTimeout;

    /// <summary>Gets or sets the longest pause between two polls; a number means seconds. Without it pauses grow from 1 to 5
    /// seconds.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? PollInterval { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var states = State.Select(state => state.ToLowerInvariant()).Distinct().ToArray();
        var given = ParameterSetName == IdSet ? Id : Machine;
        foreach (var machine in await _targets.FindAllAsync(Client, given, cancellationToken))
        {
            if (machine.IsId) _waits.Add(machine, NewOperation(machine));
            else
                _waits.Add(machine, NewOperation(machine), async (notFound, token) =>
                {
                    var named = await _targets.Lookup.FindNamedAsync(Client, machine.Id, notFound, token);
                    return (named, NewOperation(named));
                });
            if (IsSequential) await FinishAsync(cancellationToken);
        }

        Operation NewOperation(ResourceIdentity<Machine> machine) => Operation.ForState(machine.Id, states[0], [.. states.Skip(1)]);
    }

    /// <inheritdoc/>
    protected override Task FinishAsync(CancellationToken cancellationToken) =>
        _waits.RunAsync(
            new MachineWaitOptions { Timeout = Timeout, PollInterval = PollInterval },
            result => WriteObject(result.Machine),
            cancellationToken);
}
