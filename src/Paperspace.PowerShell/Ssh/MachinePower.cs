using System.Collections.Concurrent;

namespace Paperspace.PowerShell;

/// <summary>Starts and stops machines for the commands that run something on them. Every change is reported, however the command
/// ends.</summary>
internal sealed class MachinePower
{
    private const string StartAction = "Start machine";
    private const string StopAction = "Stop machine";

    /// <summary>How long a stop is tried again that the API rejects, as V1 does while a machine starts.</summary>
    private static readonly TimeSpan StopTimeLimit = TimeSpan.FromMinutes(5);

    /// <summary>The same for a command that is ended: somebody waits for the prompt.</summary>
    private static readonly TimeSpan EarlyStopTimeLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly AccountCmdlet _cmdlet;
    private readonly IPaperspaceClient _client;

    /// <summary>The machines whose start was accepted, and has neither succeeded nor failed yet.</summary>
    private readonly ConcurrentDictionary<string, bool> _starting = new(StringComparer.Ordinal);

    /// <summary>The starts that were sent, and not certainly rejected.</summary>
    private readonly ConcurrentDictionary<string, PendingChange> _starts = new(StringComparer.Ordinal);

    /// <summary>Creates it; sends nothing.</summary>
    public MachinePower(AccountCmdlet cmdlet, IPaperspaceClient client)
    {
        (_cmdlet, _client) = (cmdlet, client);
    }

    /// <summary>Returns whether this command has started a machine, or may have.</summary>
    public bool HasStarted(string machineId) => _starts.ContainsKey(machineId);

    /// <summary>Starts a machine, and waits until it is ready.</summary>
    /// <param name="run">The run on the machine.</param>
    /// <param name="machine">The machine.</param>
    /// <param name="report">Takes what to do on the pipeline thread.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="PaperspaceException">It did not start.</exception>
    public async Task<Machine> StartAsync(
        MachineRun run, Machine machine, Action<Action> report, CancellationToken cancellationToken)
    {
        var change = _cmdlet.CreateChange(StartAction, MachineDescriptor.Instance.Identify(machine).ToString());
        try
        {
            _starts[machine.Id] = change;
            var operation = await change.SendAsync(
                _client.Now,
                () => _client.Machines.StartAsync(machine.Id, WaitUntil.Completed, cancellationToken),
                _ => machine.Id).ConfigureAwait(false);
            _starting[machine.Id] = true;
            change.Await(operation);
            var started = await WaitAsync(operation, cancellationToken).ConfigureAwait(false);
            _starting.TryRemove(machine.Id, out _);
            change.EndWait(null);
            // A machine that is stopped at the end is reported by its stop.
            if (run.Stops) change.MarkReported();
            else report(() => _cmdlet.ReportWith(change, static () => { }));
            return started;
        }
        catch (PaperspaceException failure)
        {
            // A wait that timed out has not ended the start.
            if (failure.Reason != PaperspaceErrorReason.WaitTimeout) _starting.TryRemove(machine.Id, out _);
            if (change.Outcome == ChangeOutcome.Refused) _starts.TryRemove(machine.Id, out _);
            change.EndWait(failure);
            change.MarkReported();
            throw;
        }
    }

    /// <summary>Waits until a machine is in a state.</summary>
    /// <exception cref="PaperspaceException">It will not be.</exception>
    public Task<Machine> WaitForAsync(string machineId, string state, CancellationToken cancellationToken) =>
        WaitAsync(Operation.ForState(machineId, state), cancellationToken);

    /// <summary>Stops a machine, and waits until it is off. If the command is ended meanwhile, the request is still sent.</summary>
    /// <param name="run">The run on the machine.</param>
    /// <param name="report">Takes what to do on the pipeline thread; does nothing once the command is ended.</param>
    /// <param name="cancellationToken">Is cancelled when the command is ended.</param>
    public async Task StopAsync(MachineRun run, Action<Action> report, CancellationToken cancellationToken)
    {
        var machine = run.Machine;
        run.Status = new MachineStatus("Stopping", "stopping", _client.Now, MachineWaitOptions.DefaultTimeout);
        PendingChange? change = null;
        var isAccepted = false;
        try
        {
            Operation operation;
            (change, operation) = await SendStopAsync(machine, previous => change = previous, cancellationToken).ConfigureAwait(false);
            isAccepted = true;
            change.Await(operation);
            cancellationToken.ThrowIfCancellationRequested();
            await WaitAsync(operation, cancellationToken).ConfigureAwait(false);
            change.EndWait(null);
            var stopped = change;
            report(() => _cmdlet.ReportWith(stopped, static () => { }));
        }
        catch (PaperspaceException gone) when (
            gone.Reason is PaperspaceErrorReason.MachineVanished or PaperspaceErrorReason.MachineNotFound)
        {
            change?.EndWait(null);
            change?.MarkReported();
        }
        catch (PaperspaceException failure)
        {
            change?.EndWait(failure);
            var failed = change;
            report(() => _cmdlet.WriteFailure(
                failure.WithMessage($"Machine {run.Name} could not be stopped and may still be billed. {failure.Message}"),
                run.Endpoint?.Machine ?? machine.Target,
                failed));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            if (!isAccepted) return;
            // What matters of both changes is the state that the machine will have.
            if (_starts.TryGetValue(machine.Id, out var start)) start.MarkReported();
            change!.MarkReported();
            _cmdlet.AddLastMessage($"Machine {run.Name} is being stopped.");
        }
    }

    private async Task<(PendingChange Change, Operation Operation)> SendStopAsync(
        ResourceIdentity<Machine> machine, Action<PendingChange> note, CancellationToken cancellationToken)
    {
        PendingChange? previous = null;
        var began = _client.Now;
        // Sent although the command has ended: that is when it matters.
        using var early = new CancellationTokenSource();
        using var earlyLimit = cancellationToken.Register(() => LimitEarly(early));
        while (true)
        {
            previous?.MarkReported();
            var change = previous = _cmdlet.CreateChange(StopAction, machine.ToString());
            note(change);
            PaperspaceException failure;
            try
            {
                var operation = await change.SendAsync(
                    _client.Now,
                    () => _client.Machines.StopAsync(machine.Id, WaitUntil.Completed, early.Token),
                    _ => machine.Id).ConfigureAwait(false);
                if (!IsWithoutEffect(machine, operation)) return (change, operation);
                failure = new PaperspaceException(
                    PaperspaceErrorReason.RequestRejected,
                    $"It is still starting. Stop it once it is ready: Stop-PsMachine {machine.Id} -Wait");
                change.EndWait(failure);
            }
            catch (PaperspaceException rejected) when (MayBeAcceptedLater(rejected))
            {
                failure = rejected;
            }

            if (_client.Now - began >= StopTimeLimit) throw failure;
            try
            {
                await _client.DelayAsync(Pause, early.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                throw failure;
            }
        }
    }

    /// <summary>Returns whether the API found nothing to stop, although the machine is on its way up: its state may be that of before the
    /// start.</summary>
    private bool IsWithoutEffect(ResourceIdentity<Machine> machine, Operation operation) =>
        operation is { EventIds.Count: 0, Machine.IsRunning: false } && _starting.ContainsKey(machine.Id);

    private void LimitEarly(CancellationTokenSource early)
    {
        var limit = _client.CreateTimeLimit(EarlyStopTimeLimit);
        limit.Token.Register(() =>
        {
            try
            {
                early.Cancel();
            }
            catch (ObjectDisposedException)
            {
                // The stop has ended.
            }

            limit.Dispose();
        });
    }

    private static bool MayBeAcceptedLater(PaperspaceException failure) => failure.Reason
        is PaperspaceErrorReason.RequestRejected or PaperspaceErrorReason.TooManyRequests or PaperspaceErrorReason.ServerError
        or PaperspaceErrorReason.HostUnreachable or PaperspaceErrorReason.RequestTimeout or PaperspaceErrorReason.OutcomeUnknown;

    private async Task<Machine> WaitAsync(Operation operation, CancellationToken cancellationToken)
    {
        using var waiter = _client.Machines.WaitFor([operation], new MachineWaitOptions());
        while (await waiter.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            foreach (var result in page)
                return result.Error is { } error ? throw error : result.Machine!;
        throw new OperationCanceledException(cancellationToken);
    }
}
