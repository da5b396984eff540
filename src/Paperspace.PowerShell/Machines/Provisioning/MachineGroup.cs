using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Provisions the machines of one command, and reports each and all together.</summary>
internal sealed class MachineGroup
{
    private const string Activity = "Creating machines";
    private const string Removed = "Removed";
    private const string Kept = "Kept";
    private const string Left = "Not removed, and billed";
    private const string PerhapsLeft = "May still exist, and is billed then";

    private static readonly string[] Outcomes = [Removed, Kept, Left, PerhapsLeft];

    private readonly HashSet<string> _created = new(StringComparer.Ordinal);

    private readonly AccountCmdlet _cmdlet;
    private readonly int? _minimumReady;
    private readonly bool _isAllOrNothing;
    private readonly TimeSpan? _capacityTimeout;
    private readonly TimeSpan _timeout;
    private readonly List<MachineProvisioner> _members = [];
    private int _begun;
    private int _ready;
    private int _failed;

    /// <summary>Creates an empty group.</summary>
    /// <param name="minimumReady">How many must become ready; null for all.</param>
    /// <param name="isAllOrNothing">Whether what was created is deleted if fewer become ready.</param>
    /// <param name="capacityTimeout">For how long new attempts begin; null for one round.</param>
    /// <param name="timeout">How long the wait of an attempt may take.</param>
    public MachineGroup(AccountCmdlet cmdlet, int? minimumReady, bool isAllOrNothing, TimeSpan? capacityTimeout, TimeSpan timeout)
    {
        _cmdlet = cmdlet;
        _minimumReady = minimumReady;
        _isAllOrNothing = isAllOrNothing;
        _capacityTimeout = capacityTimeout;
        _timeout = timeout;
    }

    /// <summary>Gets the ids of the machines that were created.</summary>
    public IReadOnlyCollection<string> CreatedIds => _created;

    private bool HasGoal => _minimumReady is not null || _isAllOrNothing;

    private int Number => _minimumReady ?? _members.Count;

    private bool IsReached => _ready >= Number;

    /// <summary>Checks that the number can be reached.</summary>
    /// <exception cref="PaperspaceException">Fewer machines were asked for.</exception>
    public void Validate()
    {
        if (_members.Count > 0 && Number > _members.Count)
            throw PaperspaceException.InvalidRequest(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "-Minimum {0} cannot be reached: only {1} machines were asked for. None was created.",
                    Number,
                    _members.Count),
                "Minimum");
    }

    public void Add(MachineProvisioner machine) => _members.Add(machine);

    /// <summary>Creates what was added since the last call, and reports each as it ends, unless that depends on the others.</summary>
    /// <param name="isSequential">Whether each must end before the next one begins.</param>
    public async Task RunAsync(bool isSequential, CancellationToken cancellationToken)
    {
        while (_begun < _members.Count)
        {
            var machines = _members.Skip(_begun).Take(isSequential ? 1 : _members.Count).ToArray();
            _begun += machines.Length;
            using var run = new ProvisioningRun(_cmdlet, Activity, _capacityTimeout, _timeout, cancellationToken, _created);
            await run.RunAsync(
                machines.Select<MachineProvisioner, Func<CancellationToken, Task>>(machine => token => RunAsync(run, machine, token)));
        }
    }

    /// <summary>Reports the machines that depend on the number that is ready, once all have ended.</summary>
    public async Task ConcludeAsync(CancellationToken cancellationToken)
    {
        if (!HasGoal || _members.Count == 0) return;
        if (IsReached)
        {
            foreach (var machine in _members.Where(machine => _isAllOrNothing && machine.IsReady)) Emit(machine);
            foreach (var machine in _members.Where(machine => machine.Failure is not null)) Warn(machine);
            return;
        }

        var removed = _isAllOrNothing ? await RemoveAsync(cancellationToken) : "";
        _cmdlet.WriteFailure(
            new PaperspaceException(
                PaperspaceErrorReason.MinimumNotReached,
                string.Format(
                    CultureInfo.InvariantCulture,
                    "{0} of {1} machines became ready; at least {2} were to.{3}",
                    _ready,
                    _members.Count,
                    Number,
                    removed)),
            null);
        foreach (var machine in _members.Where(machine => machine.Failure is not null)) WriteFailure(machine);
        foreach (var machine in _members.Where(machine => machine.Failure is null && machine.Warnings.Count > 0)) WriteWarnings(machine);
    }

    private async Task RunAsync(ProvisioningRun run, MachineProvisioner machine, CancellationToken cancellationToken)
    {
        await machine.RunAsync(run, FindEnd, cancellationToken);
        if (machine.IsReady) _ready++;
        else _failed++;
        run.Write(_ => Report(machine));
    }

    /// <summary>Returns why no further attempt is to begin; null if there may be one.</summary>
    private string? FindEnd()
    {
        if (!HasGoal) return null;
        if (_ready > 0 && IsReached) return string.Format(CultureInfo.InvariantCulture, "since {0} machines are ready", _ready);
        return _members.Count - _failed < Number
            ? string.Format(CultureInfo.InvariantCulture, "since {0} machines cannot be reached any more", Number)
            : null;
    }

    private void Report(MachineProvisioner machine)
    {
        if (machine.IsReady && !_isAllOrNothing) Emit(machine);
        else if (!HasGoal) WriteFailure(machine);
    }

    private void Emit(MachineProvisioner machine)
    {
        _cmdlet.ReportWith(machine.Change, () => _cmdlet.WriteObject(machine.Machine));
        WriteWarnings(machine);
    }

    private void WriteFailure(MachineProvisioner machine)
    {
        WriteWarningsBefore(machine);
        // A machine that was found by its name may be another one.
        var known = machine.Failure!.Outcome == RequestOutcome.Unknown ? null : machine.Machine;
        _cmdlet.WriteFailure(DescribeFailure(machine), machine.Failure.Machine ?? known ?? (object)machine.Name, machine.Change);
    }

    private static PaperspaceException DescribeFailure(MachineProvisioner machine) =>
        machine.Machine is null ? machine.Failure! : FailedCreate.Describe(machine.Failure!);

    private void Warn(MachineProvisioner machine)
    {
        _cmdlet.WriteWarning($"{machine.Name}: {DescribeFailure(machine).Message}");
        machine.Change?.MarkReported();
        WriteWarnings(machine);
    }

    /// <summary>Writes the warnings before an error, which may end the command.</summary>
    private void WriteWarningsBefore(MachineProvisioner machine)
    {
        if (!_cmdlet.IsStop(Preference.Warning)) WriteWarnings(machine);
    }

    private void WriteWarnings(MachineProvisioner machine)
    {
        foreach (var warning in machine.Warnings) _cmdlet.WriteWarning($"{machine.Name}: {warning}");
    }

    /// <summary>Deletes what was created, each if the caller confirms it.</summary>
    /// <returns>Sentences with the outcome of each.</returns>
    private async Task<string> RemoveAsync(CancellationToken cancellationToken)
    {
        var question = string.Format(
            CultureInfo.InvariantCulture, "Destroy machine with its disk, since {0} of at least {1} machines became ready", _ready, Number);
        var created = _members
            .Where(machine => machine.Machine is not null)
            .ToLookup(machine => _cmdlet.ShouldProcess(Describe(machine), question));
        var outcomes = new List<KeyValuePair<string, string>>();
        using (var run = new ProvisioningRun(_cmdlet, "Removing machines", null, _timeout, cancellationToken))
        {
            var until = run.Client.Now + run.RemovalTimeLimit;
            await run.RunAsync(
                created[true]
                    .Select<MachineProvisioner, Func<CancellationToken, Task>>(machine =>
                        token => RemoveAsync(run, machine, until, outcomes, token)));
        }

        foreach (var kept in created[false].Where(machine => machine.IsReady)) Emit(kept);
        outcomes.AddRange(created[false].Select(machine => new KeyValuePair<string, string>(Kept, Describe(machine))));
        outcomes.AddRange(_members
            .Where(machine => machine is { Machine: null, Failure.Outcome: RequestOutcome.Unknown, Change: not null })
            .Select(machine => new KeyValuePair<string, string>(PerhapsLeft, TerminalText.Sanitize(machine.Name))));
        return string.Concat(Outcomes.Select(outcome =>
            Sentence(outcome, outcomes.Where(machine => machine.Key == outcome).Select(machine => machine.Value))));
    }

    private static async Task RemoveAsync(
        ProvisioningRun run,
        MachineProvisioner machine,
        DateTimeOffset until,
        List<KeyValuePair<string, string>> outcomes,
        CancellationToken cancellationToken)
    {
        var name = Describe(machine);
        run.Show(machine.Name, $"removing {name}");
        var failure = await machine.RemoveAsync(run, until, cancellationToken);
        var outcome = failure switch
        {
            null => Removed,
            { Outcome: RequestOutcome.Unknown } or { Reason: PaperspaceErrorReason.WaitTimeout } => PerhapsLeft,
            _ => Left,
        };
        outcomes.Add(new KeyValuePair<string, string>(outcome, failure is null ? name : $"{name}: {failure.Message.TrimEnd('.')}"));
    }

    private static string Describe(MachineProvisioner machine) => MachineDescriptor.Instance.Identify(machine.Machine!).ToString();

    private static string Sentence(string what, IEnumerable<string> items)
    {
        var text = string.Join(", ", items);
        return text.Length == 0 ? "" : $" {what}: {text}.";
    }
}
