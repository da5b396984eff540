using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads the output of a detached job from the log that it has on its machine, from any computer.</summary>
[Cmdlet(VerbsCommunications.Receive, "PsMachineOutput", SupportsShouldProcess = true, DefaultParameterSetName = MachineSet)]
[OutputType(typeof(MachineOutput))]
public sealed class ReceivePsMachineOutputCommand : MachineSshCmdlet
{
    /// <summary>Gets or sets the name of the job; the one that was started last on each machine without it.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? JobName { get; set; }

    /// <summary>Follows the output until the job has ended.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>Stops the machine when the job has ended, unless other detached jobs run on it.</summary>
    [Parameter]
    public SwitchParameter StopAfter { get; set; }

    /// <summary>Gets or sets how many of the last lines to begin with; all without it.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(0, int.MaxValue)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Tail { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (JobName is not null) MachineJobName.Validate(JobName);
        if (StopAfter && !Wait)
            throw PaperspaceException.InvalidRequest(
                "-StopAfter stops the machine when the job has ended. Use it with -Wait.", nameof(StopAfter), nameof(Wait));
        var (jobName, wait) = (JobName, (bool)Wait);
        int? tail = IsBound(nameof(Tail)) ? Tail : null;
        foreach (var machine in await FindMachinesAsync(cancellationToken))
            if (!StopAfter || ShouldProcess(machine.ToString(), "Follow the job, then stop the machine"))
                await BeginRunAsync(
                    machine,
                    (connector, run, token) => RunAsync(connector, run, jobName, wait, tail, token),
                    StopAfter,
                    cancellationToken);
    }

    private async Task RunAsync(
        MachineConnector connector, MachineRun run, string? jobName, bool wait, int? tail, CancellationToken token)
    {
        var endpoint = await connector.FindAsync(run, starts: false, Report, token).ConfigureAwait(false);
        var output = new MachineOutputWriter(endpoint.Machine, jobName, Client, Report, WriteObjects, token);
        var isFirst = true;
        var result = await connector.RunAsync(
            run,
            RemoteScript.ForLog(jobName, wait, tail),
            (stream, lines) =>
            {
                if (isFirst) (run.Status, isFirst) = (null, false);
                output.TakeLog(stream, lines);
            },
            null,
            token).ConfigureAwait(false);
        if (result.FindNote("none") is not null)
        {
            run.HasBegun = false;
            throw NoJob(endpoint, jobName, result);
        }

        var name = result.FindNote("job") ?? jobName;
        if (result.FindNote("lost") is not null)
            throw new PaperspaceException(
                PaperspaceErrorReason.ConnectionLost,
                $"The job '{name}' on machine {endpoint} was cut off, by a restart of the machine for example. It has no exit code.");
        if (result.FindNote("ended") is { } ended && int.TryParse(ended, out var exitCode) && exitCode != 0)
            throw new PaperspaceException(
                PaperspaceErrorReason.CommandFailed,
                FormattableString.Invariant($"The job '{name}' failed on machine {endpoint} with exit code {exitCode}."))
            { ExitCode = exitCode };
        if (!isFirst || result.FindNote("running") is null) return;
        Report(() => WriteWarning($"The job '{name}' on machine {endpoint} is running and has written nothing yet. Use -Wait to follow it."));
    }

    private static PaperspaceException NoJob(SshEndpoint endpoint, string? jobName, RemoteResult result)
    {
        var others = result.Notes
            .Where(note => note.StartsWith("has ", StringComparison.Ordinal))
            .Select(note => TerminalText.Sanitize(note.Substring(4)))
            .ToArray();
        var known = others.Length == 0 ? "" : $" Its jobs: {string.Join(", ", others)}.";
        return new PaperspaceException(
            PaperspaceErrorReason.JobNotFound,
            jobName is null
                ? $"Machine {endpoint} has no detached job. Start one with Invoke-PsMachineCommand -Detach."
                : $"Machine {endpoint} has no job '{jobName}'.{known}");
    }
}
