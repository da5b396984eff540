using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Creates the machines of one command where there is capacity, and tells what became of each and of all together.</summary>
internal sealed class MachineGroup
{
    private const string Activity = "Creating machines";

    private readonly AccountCmdlet _cmdlet;
    private readonly MachineGroupGoal _goal;
    private readonly TimeSpan? _capacityTimeout;
    private readonly TimeSpan _timeout;
    private readonly List<MachineAcquisition> _members = [];
    private int _begun;
    private int _ready;
    private int _failed;

    /// <summary>Creates an empty group.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="goal">How many are to become ready.</param>
    /// <param name="capacityTimeout">For how long there are new tries; null for one round.</param>
    /// <param name="timeout">How long the wait of a try may take.</param>
    public MachineGroup(AccountCmdlet cmdlet, MachineGroupGoal goal, TimeSpan? capacityTimeout, TimeSpan timeout)
    {
        _cmdlet = cmdlet;
        _goal = goal;
        _capacityTimeout = capacityTimeout;
        _timeout = timeout;
    }

    private int Number => _goal.GetNumber(_members.Count);

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
                nameof(MachineGroupGoal.Minimum));
    }

    /// <summary>Adds a machine to create.</summary>
    public void Add(MachineAcquisition machine) => _members.Add(machine);

    /// <summary>Creates what was added since the last call, and tells of each as it ends, unless that depends on the others.</summary>
    /// <param name="client">The account's client.</param>
    /// <param name="isSequential">Whether each has to end before the next one begins.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task RunAsync(IPaperspaceClient client, bool isSequential, CancellationToken cancellationToken)
    {
        while (_begun < _members.Count)
        {
            var machines = _members.Skip(_begun).Take(isSequential ? 1 : _members.Count).ToArray();
            _begun += machines.Length;
            using var run = new CapacityRun(_cmdlet, client, Activity, _capacityTimeout, _timeout, cancellationToken);
            await run.RunAsync(
                machines.Select<MachineAcquisition, Func<CancellationToken, Task>>(machine => token => RunAsync(run, machine, token)));
        }
    }

    /// <summary>Tells of those that the number decides on, once all have ended.</summary>
    /// <param name="client">The account's client.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async Task ConcludeAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        if (!_goal.IsSet || _members.Count == 0) return;
        if (IsReached)
        {
            foreach (var machine in _members.Where(machine => _goal.RemovesOthers && machine.IsReady)) Emit(machine);
            foreach (var machine in _members.Where(machine => machine.Failure is not null)) Warn(machine);
            return;
        }

        var removed = _goal.RemovesOthers ? await RemoveAsync(client, cancellationToken) : "";
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

    private async Task RunAsync(CapacityRun run, MachineAcquisition machine, CancellationToken cancellationToken)
    {
        await machine.RunAsync(run, FindEnd, cancellationToken);
        if (machine.IsReady) _ready++;
        else _failed++;
        run.Write(_ => Tell(machine));
    }

    /// <summary>Finds out why no machine is to be tried again; null where there may be another try.</summary>
    private string? FindEnd()
    {
        if (!_goal.IsSet) return null;
        if (_ready > 0 && IsReached) return string.Format(CultureInfo.InvariantCulture, "since {0} machines are ready", _ready);
        return _members.Count - _failed < Number
            ? string.Format(CultureInfo.InvariantCulture, "since {0} machines cannot be reached any more", Number)
            : null;
    }

    private void Tell(MachineAcquisition machine)
    {
        if (machine.IsReady && !_goal.RemovesOthers) Emit(machine);
        else if (!_goal.IsSet) WriteFailure(machine);
    }

    private void Emit(MachineAcquisition machine)
    {
        _cmdlet.TellWith(machine.Change, () => _cmdlet.WriteObject(machine.Machine));
        WriteWarnings(machine);
    }

    private void WriteFailure(MachineAcquisition machine)
    {
        WriteWarningsBefore(machine);
        _cmdlet.WriteFailure(machine.Failure!, machine.Failure!.Machine ?? machine.Machine ?? (object)machine.Name, machine.Change);
    }

    private void Warn(MachineAcquisition machine)
    {
        _cmdlet.WriteWarning($"{machine.Name}: {machine.Failure!.Message}");
        machine.Change?.Tell(isSilent: false);
        WriteWarnings(machine);
    }

    /// <summary>Writes the warnings before an error, which may be the last thing that can be written.</summary>
    private void WriteWarningsBefore(MachineAcquisition machine)
    {
        if (!_cmdlet.IsStop(Preference.Warning)) WriteWarnings(machine);
    }

    private void WriteWarnings(MachineAcquisition machine)
    {
        foreach (var warning in machine.Warnings) _cmdlet.WriteWarning($"{machine.Name}: {warning}");
    }

    /// <summary>Removes what was created, each if the caller agrees.</summary>
    /// <returns>What became of each, in sentences.</returns>
    private async Task<string> RemoveAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        var question = string.Format(
            CultureInfo.InvariantCulture, "Destroy machine with its disk, since {0} of at least {1} machines became ready", _ready, Number);
        var created = _members
            .Where(machine => machine.Machine is not null)
            .ToLookup(machine => _cmdlet.ShouldProcess(Describe(machine), question));
        var (removed, failed) = (new List<string>(), new List<string>());
        using (var run = new CapacityRun(_cmdlet, client, "Removing machines", null, _timeout, cancellationToken))
            await run.RunAsync(
                created[true]
                    .Select<MachineAcquisition, Func<CancellationToken, Task>>(machine =>
                        token => RemoveAsync(run, machine, removed, failed, token)));
        foreach (var kept in created[false].Where(machine => machine.IsReady)) Emit(kept);
        return Sentence("Removed", removed)
            + Sentence("Kept", created[false].Select(Describe))
            + Sentence("Not removed, and billed", failed);
    }

    private static async Task RemoveAsync(
        CapacityRun run, MachineAcquisition machine, List<string> removed, List<string> failed, CancellationToken cancellationToken)
    {
        var name = Describe(machine);
        run.Note(machine.Name, $"removing {name}");
        var removal = machine.CreateRemoval(run);
        if (await removal.RunAsync(cancellationToken) is { } failure)
        {
            failed.Add($"{name}: {failure.Message.TrimEnd('.')}");
            return;
        }

        machine.NoteRemoval(removal);
        removed.Add(name);
    }

    private static string Describe(MachineAcquisition machine) => MachineDescriptor.Instance.Identify(machine.Machine!).ToString();

    private static string Sentence(string what, IEnumerable<string> items)
    {
        var text = string.Join(", ", items);
        return text.Length == 0 ? "" : $" {what}: {text}.";
    }
}
