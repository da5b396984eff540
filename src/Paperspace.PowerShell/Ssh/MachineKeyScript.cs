using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Puts SSH keys on new machines: a start script that runs once adds them, and is deleted when it has run.</summary>
/// <remarks>Neither API has a route for keys.</remarks>
internal sealed class MachineKeyScript
{
    private const string CreateAction = "Create script";
    private const string DeleteAction = "Delete script";
    private const string Name = "Add SSH keys";

    /// <summary>How long after the machine is ready its agent may take to run the script.</summary>
    private static readonly TimeSpan RunTimeLimit = TimeSpan.FromMinutes(3);

    /// <summary>How long the script is kept if the API does not report when it runs, as V1.</summary>
    private static readonly TimeSpan UnreportedRunTime = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan EarlyTimeLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly AccountCmdlet _cmdlet;
    private readonly ScriptCreateOptions _options;
    private IPaperspaceClient? _client;
    private Script? _script;

    /// <summary>Whether the machines have been created, and run the script.</summary>
    private bool _isRunning;

    /// <summary>Creates it; sends nothing.</summary>
    /// <param name="cmdlet">The cmdlet that creates machines.</param>
    /// <param name="keys">The keys, each one line.</param>
    /// <exception cref="PaperspaceException">They are too long for a script.</exception>
    public MachineKeyScript(AccountCmdlet cmdlet, IEnumerable<string> keys)
    {
        _cmdlet = cmdlet;
        _options = new ScriptCreateOptions { Name = Name, Text = CreateText(keys.Distinct(StringComparer.Ordinal)), IsRunOnce = true };
        _options.Validate();
    }

    /// <summary>Returns the id of the script, which is created for the first machine.</summary>
    public async Task<string> GetIdAsync(IPaperspaceClient client, CancellationToken cancellationToken)
    {
        if (_script is not null) return _script.Id;
        _client = client;
        var change = _cmdlet.CreateChange(CreateAction, Name);
        _script = await change.SendAsync(client.Now, () => client.Scripts.CreateAsync(_options, cancellationToken), script => script.Id);
        // The machines are what the caller asked for; the script is reported when it cannot be deleted.
        change.MarkReported();
        return _script.Id;
    }

    /// <summary>Checks that a machine can run the script.</summary>
    /// <exception cref="PaperspaceException">It has a script of its own, or is not to be started.</exception>
    public static void Validate(MachineCreateOptions options)
    {
        if (options.IsSet(nameof(options.ScriptId)) && !string.IsNullOrEmpty(options.ScriptId))
            throw PaperspaceException.InvalidRequest(
                "-SshPublicKey adds the keys with a start script, and a machine has only one. Add the keys in your own script, or run that "
                    + "with Invoke-PsMachineCommand -FilePath once the machine is ready.",
                "SshPublicKey",
                "Script");
        if (options.StartOnCreate == false)
            throw PaperspaceException.InvalidRequest(
                "-SshPublicKey adds the keys when the machine starts. Omit -StartOnCreate, or add the keys later.",
                "SshPublicKey",
                nameof(options.StartOnCreate));
    }

    /// <summary>Waits until each machine that runs has run the script, and deletes it.</summary>
    /// <param name="machineIds">The machines that were created.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public async Task DeleteAsync(IEnumerable<string> machineIds, CancellationToken cancellationToken)
    {
        if (_script is not { } script) return;
        _isRunning = true;
        var client = _client!;
        var unfinished = await FindUnfinishedAsync(client, machineIds, cancellationToken);
        if (unfinished.Count > 0)
        {
            _script = null;
            _cmdlet.WriteWarning(
                $"{string.Join(", ", unfinished)} may still start, and is billed while it runs. The script '{Name}' ({script.Id}) is kept, "
                    + $"since it adds the SSH keys at the first start. Delete it once the machine is ready: Remove-PsScript {script.Id}");
            return;
        }

        var waiting = await FindWaitingAsync(client, script, cancellationToken);
        if (waiting is null)
        {
            await client.DelayAsync(UnreportedRunTime, cancellationToken);
        }
        else
        {
            var until = client.Now + RunTimeLimit;
            while (waiting is { Count: > 0 } && client.Now < until)
            {
                await client.DelayAsync(Pause, cancellationToken);
                waiting = await FindWaitingAsync(client, script, cancellationToken);
            }
        }

        if (waiting is { Count: > 0 })
        {
            _cmdlet.WriteWarning(
                $"It is not known whether {string.Join(", ", waiting)} has run the script "
                    + $"'{Name}' ({script.Id}), which adds the SSH keys. Delete it later: Remove-PsScript {script.Id}");
            _script = null;
            return;
        }

        var change = CreateDeletion(script);
        try
        {
            await DeleteAsync(client, script, change, cancellationToken);
            change.MarkReported();
        }
        catch (PaperspaceException failure)
        {
            _cmdlet.WriteFailure(
                failure.WithMessage($"The script '{Name}' ({script.Id}) could not be deleted. {failure.Message}"), script, change);
        }
    }

    /// <summary>Ends a command that is interrupted: deletes the script, unless a machine may still have to run it.</summary>
    /// <param name="creations">The machines that may have been created, and are not known to be ready.</param>
    /// <param name="machineIds">All machines that were created.</param>
    public async Task EndEarlyAsync(IReadOnlyList<PendingChange> creations, IEnumerable<string> machineIds)
    {
        if (_script is not { } script) return;
        using var limit = _client!.CreateTimeLimit(EarlyTimeLimit);
        var ids = creations.Select(creation => creation.Id).OfType<string>().ToList();
        var machines = creations.Select(creation => creation.Id is { } id ? $"{id} ({creation.Target})" : creation.Target).ToList();
        foreach (var machine in await TryFindUnfinishedAsync(machineIds.Except(ids).ToArray(), limit.Token))
        {
            ids.Add(machine.Id);
            machines.Add(machine.ToString());
        }

        if (machines.Count > 0)
        {
            var removal = ids.Count == 0 ? "" : $"Remove-PsMachine {string.Join(", ", ids)}; ";
            _cmdlet.AddLastMessage(
                $"{string.Join(", ", machines)} may still start, and is billed while it runs. The script '{Name}' ({script.Id}) is kept, "
                    + $"since it adds the SSH keys at the first start. Once the machine is ready, delete it: Remove-PsScript {script.Id}. "
                    + $"To remove both now: {removal}Remove-PsScript {script.Id}");
            return;
        }

        if (_isRunning)
        {
            _cmdlet.AddLastMessage(
                $"The script '{Name}' ({script.Id}), which adds the SSH keys, may not have run yet, and is kept. Delete it later: "
                    + $"Remove-PsScript {script.Id}");
            return;
        }

        try
        {
            await _client.Scripts.DeleteAsync(script.Id, limit.Token);
            _cmdlet.AddLastMessage($"The script '{Name}' ({script.Id}) was deleted.");
        }
        catch (Exception failure) when (failure is OperationCanceledException or PaperspaceException)
        {
            _cmdlet.AddLastMessage(
                $"The script '{Name}' ({script.Id}) could not be deleted. Delete it with: Remove-PsScript {script.Id}");
        }
    }

    /// <summary>Returns the script: it runs as root, may run twice, and adds each key once.</summary>
    private static string CreateText(IEnumerable<string> keys) => string.Format(
        CultureInfo.InvariantCulture,
        """
        #!/bin/sh
        # Adds SSH keys for the user of this machine.
        set -e
        u={0}
        h=$(getent passwd "$u" | cut -d: -f6)
        d="$h/.ssh"
        f="$d/authorized_keys"
        mkdir -p "$d"
        touch "$f"
        # A last line without an end would swallow the first key.
        [ -z "$(tail -c 1 "$f")" ] || echo >>"$f"
        for k in {1}; do
          grep -qxF -- "$k" "$f" || printf '%s\n' "$k" >>"$f"
        done
        chmod 700 "$d"
        chmod 600 "$f"
        chown -R "$u": "$d"

        """,
        SshParameters.DefaultUserName,
        string.Join(" ", keys.Select(key => PosixShell.Quote(key, "SshPublicKey")))).Replace("\r", "");

    /// <summary>Returns the machines that are on, and have not run the script yet; null if the API does not report runs.</summary>
    private static async Task<IReadOnlyList<ResourceIdentity<Machine>>?> FindWaitingAsync(
        IPaperspaceClient client, Script script, CancellationToken cancellationToken)
    {
        var waiting = new List<ResourceIdentity<Machine>>();
        try
        {
            if ((await client.Scripts.GetAsync(script.Id, cancellationToken)).Runs is not { } runs) return null;
            foreach (var run in runs.Where(run => run.DtLastRun is null))
            {
                var machine = await client.Machines.GetAsync(run.MachineId, cancellationToken);
                // One that is off, for want of capacity for example, will not run it.
                if (machine.IsRunning) waiting.Add(MachineDescriptor.Instance.Identify(machine));
            }

            return waiting;
        }
        catch (PaperspaceException)
        {
            // What cannot be read now is not evidence that the script has run.
            return null;
        }
    }

    /// <summary>Returns the machines that are on their way to their first start, or cannot be read.</summary>
    private static async Task<IReadOnlyList<ResourceIdentity<Machine>>> FindUnfinishedAsync(
        IPaperspaceClient client, IEnumerable<string> machineIds, CancellationToken cancellationToken)
    {
        var unfinished = new List<ResourceIdentity<Machine>>();
        foreach (var id in machineIds)
            try
            {
                var machine = await client.Machines.GetAsync(id, cancellationToken);
                if (MachineConnector.IsOnTheWay(machine)) unfinished.Add(MachineDescriptor.Instance.Identify(machine));
            }
            catch (PaperspaceException failure)
            {
                if (failure.Reason is not (PaperspaceErrorReason.MachineNotFound or PaperspaceErrorReason.MachineVanished))
                    unfinished.Add(new ResourceIdentity<Machine>(id));
            }

        return unfinished;
    }

    private async Task<IReadOnlyList<ResourceIdentity<Machine>>> TryFindUnfinishedAsync(
        IReadOnlyList<string> machineIds, CancellationToken cancellationToken)
    {
        try
        {
            return await FindUnfinishedAsync(_client!, machineIds, cancellationToken);
        }
        catch (OperationCanceledException)
        {
            // What cannot be read in time may be on its way.
            return [.. machineIds.Select(id => new ResourceIdentity<Machine>(id))];
        }
    }

    private PendingChange CreateDeletion(Script script) => _cmdlet.CreateChange(DeleteAction, $"{script.Id} ({Name})");

    private Task<string> DeleteAsync(IPaperspaceClient client, Script script, PendingChange change, CancellationToken cancellationToken)
    {
        _script = null;
        return change.SendAsync(
            client.Now,
            async () =>
            {
                await client.Scripts.DeleteAsync(script.Id, cancellationToken).ConfigureAwait(false);
                return script.Id;
            },
            id => id);
    }
}
