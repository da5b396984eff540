namespace Paperspace.PowerShell;

/// <summary>The machines that a cmdlet waits for.</summary>
internal sealed class WaitList
{
    private readonly List<MachineExpectation> _expectations = [];
    private readonly Dictionary<string, MachineIdentity> _machines = new(StringComparer.Ordinal);

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _expectations.Count == 0;

    /// <summary>Adds a machine.</summary>
    public void Add(MachineIdentity machine, MachineExpectation expectation)
    {
        if (!_machines.ContainsKey(machine.Id) || machine.Machine is not null) _machines[machine.Id] = machine;
        _expectations.Add(expectation);
    }

    /// <summary>Waits for all, with progress, and reports each as it ends.</summary>
    /// <param name="cmdlet">The cmdlet that waits.</param>
    /// <param name="client">The account's client.</param>
    /// <param name="options">How to wait.</param>
    /// <param name="arrived">Takes each machine that arrived.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RunAsync(
        PaperspaceCmdlet cmdlet, IPaperspaceClient client, MachineWaitOptions options, Action<Machine?> arrived, CancellationToken cancellationToken)
    {
        using var wait = client.WaitForMachines(_expectations, options);
        using var bar = new WaitProgressBar(cmdlet);
        bar.Show(wait.Progress);
        while (await wait.NextAsync(cancellationToken) is { } arrivals)
        {
            foreach (var arrival in arrivals)
                if (arrival.Error is { } failure)
                    cmdlet.WriteFailure(failure, failure.Machine ?? _machines[arrival.Expectation.MachineId].Target());
                else
                    arrived(arrival.Machine);
            bar.Show(wait.Progress);
        }
    }
}
