namespace Paperspace.PowerShell;

/// <summary>Removes a machine that the command itself created, with the static public address that was assigned to it.</summary>
internal sealed class MachineRemoval
{
    private const string Action = "Destroy machine";

    private readonly CapacityRun _run;
    private readonly Machine _machine;
    private readonly bool _releasesPublicIp;

    /// <summary>Prepares to remove a machine; sends nothing.</summary>
    /// <param name="run">The run.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="releasesPublicIp">Whether the command has assigned it a static public address.</param>
    public MachineRemoval(CapacityRun run, Machine machine, bool releasesPublicIp)
    {
        _run = run;
        _machine = machine;
        _releasesPublicIp = releasesPublicIp;
    }

    /// <summary>Gets what the caller should know although the machine is gone.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    /// <summary>Removes the machine, and waits until it is gone.</summary>
    /// <returns>Why it is not gone; null where it is.</returns>
    public async Task<PaperspaceException?> RunAsync(CancellationToken cancellationToken)
    {
        var change = _run.CreateChange(Action, MachineDescriptor.Instance.Identify(_machine).ToString());
        try
        {
            var operation = await _run.SendAsync(
                (client, token) => change.SendAsync(
                    client.Now,
                    () => client.Machines.DeleteAsync(_machine.Id, _releasesPublicIp ? true : null, WaitUntil.Completed, token),
                    _ => _machine.Id),
                cancellationToken);
            change.Await();
            Warnings = operation.Warnings;
            var result = await _run.RemovalWaiter.WaitAsync(operation, cancellationToken);
            change.EndWait(result.Error);
            change.Tell(isSilent: false);
            return result.Error;
        }
        catch (PaperspaceException failure)
        {
            change.Tell(isSilent: false);
            return failure.Reason == PaperspaceErrorReason.MachineNotFound ? null : failure;
        }
    }
}
