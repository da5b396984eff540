namespace Paperspace.PowerShell;

/// <summary>The machines that a cmdlet waits for.</summary>
internal sealed class WaitQueue
{
    private readonly List<MachineWaitCondition> _conditions = [];
    private readonly Dictionary<string, MachineIdentity> _machines = new(StringComparer.Ordinal);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _conditions.Count == 0;

    /// <summary>Adds a machine.</summary>
    public void Add(MachineIdentity machine, MachineWaitCondition condition)
    {
        if (!_machines.ContainsKey(machine.Id) || machine.Resource is not null) _machines[machine.Id] = machine;
        _conditions.Add(condition);
    }

    /// <summary>Waits for all, with progress, and reports each as it ends.</summary>
    /// <param name="cmdlet">The cmdlet that waits.</param>
    /// <param name="client">The account's client.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="complete">Takes each machine whose wait has ended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(
        AccountCmdlet cmdlet, IPaperspaceClient client, MachineWaitOptions options, Action<Machine?> complete, CancellationToken cancellationToken)
    {
        using var waiter = client.Machines.WaitFor(_conditions, options);
        using var progress = new WaitProgressWriter(cmdlet);
        progress.Write(waiter.Progress);
        while (await waiter.NextAsync(cancellationToken) is { } page)
        {
            foreach (var result in page)
                if (result.Error is { } failure)
                    await WriteFailureAsync(cmdlet, failure, _machines[result.Condition.MachineId].Target, cancellationToken);
                else
                    complete(result.Machine);
            progress.Write(waiter.Progress);
        }
    }

    private static async Task WriteFailureAsync(AccountCmdlet cmdlet, PaperspaceException failure, object target, CancellationToken cancellationToken) =>
        cmdlet.WriteFailure(await cmdlet.EnrichAsync(failure, target, cancellationToken), failure.Machine ?? target);
}
