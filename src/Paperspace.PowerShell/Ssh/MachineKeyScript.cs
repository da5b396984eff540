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

    private static readonly TimeSpan EarlyDeleteTimeLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(3);

    private readonly AccountCmdlet _cmdlet;
    private readonly ScriptCreateOptions _options;
    private IPaperspaceClient? _client;
    private Script? _script;

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
    public async Task DeleteAsync(CancellationToken cancellationToken)
    {
        if (_script is not { } script) return;
        var client = _client!;
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

    /// <summary>Deletes the script although the command ends early. A machine that is still being created may not get its keys.</summary>
    public async Task DeleteEarlyAsync()
    {
        if (_script is not { } script) return;
        using var limit = _client!.CreateTimeLimit(EarlyDeleteTimeLimit);
        try
        {
            await DeleteAsync(_client, script, CreateDeletion(script), limit.Token);
        }
        catch (OperationCanceledException)
        {
            // The change is reported as one that may have been carried out.
        }
        catch (PaperspaceException)
        {
            // The change is reported as one that failed.
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
