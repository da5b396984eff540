using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Starts machines (operation start); those that run stay as they are.</summary>
[Cmdlet(VerbsLifecycle.Start, "PsMachine", DefaultParameterSetName = MachineSet, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
[OutputType(typeof(Machine))]
public sealed class StartPsMachineCommand : MachineTransitionCmdlet
{
    private readonly List<MachineStart> _starts = [];

    /// <summary>Gets or sets for how long to start a machine again when there is no capacity for it; a number means seconds, and 2h is
    /// taken too.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? CapacityTimeout { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => "Start machine";

    /// <inheritdoc/>
    protected override string DescribeAction(Machine? resource) => resource?.State is { } state && MachineStates.IsRunning(state)
        ? $"{ActionText} (nothing to do: it is {state})"
        : resource is null ? ActionText : $"{ActionText} ({MachinePriceText.Describe(resource)})";

    /// <inheritdoc/>
    private protected override bool Waits => base.Waits || CapacityTimeout is not null;

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest() => async (client, id, token) =>
        await client.Machines.StartAsync(id, WaitUntil, token).ConfigureAwait(false);

    /// <inheritdoc/>
    private protected override async Task BeginActionAsync(
        ResourceIdentity<Machine> target,
        ResourceRequest send,
        CancellationToken cancellationToken)
    {
        if (CapacityTimeout is null)
        {
            await base.BeginActionAsync(target, send, cancellationToken);
            return;
        }

        if (await ReadTargetAsync(target, cancellationToken) is not { } machine) return;
        _starts.Add(new MachineStart(machine, ActionText));
        if (IsSequential) await RunAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken);
        await base.EndAsync(cancellationToken);
    }

    private async Task RunAsync(CancellationToken cancellationToken)
    {
        if (_starts.Count == 0) return;
        using var run = new ProvisioningRun(this, "Starting machines", CapacityTimeout, Timeout, cancellationToken);
        var starts = _starts.ToArray();
        _starts.Clear();
        await run.RunAsync(starts.Select<MachineStart, Func<CancellationToken, Task>>(start => token => start.RunAsync(run, token)));
    }
}
