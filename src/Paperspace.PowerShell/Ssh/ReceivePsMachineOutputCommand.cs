using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads the output of a detached job from the log that it has on its machine, from any computer.</summary>
[Cmdlet(VerbsCommunications.Receive, "PsMachineOutput", DefaultParameterSetName = MachineSet)]
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
        var (jobName, wait) = (JobName, (bool)Wait);
        int? tail = IsBound(nameof(Tail)) ? Tail : null;
        foreach (var machine in await FindMachinesAsync(cancellationToken))
            await BeginRunAsync(machine, token => RunAsync(machine, jobName, wait, tail, token), stops: false, cancellationToken);
    }

    private async Task RunAsync(ResourceIdentity<Machine> machine, string? jobName, bool wait, int? tail, CancellationToken token)
    {
        var endpoint = await Connector.FindAsync(machine, starts: false, Report, token).ConfigureAwait(false);
        var output = new MachineOutputWriter(endpoint.Machine, jobName, Client, Report, WriteObjects);
        var result = await Connector.RunAsync(endpoint, RemoteScript.ForLog(jobName, wait, tail), output.TakeLog, null, token)
            .ConfigureAwait(false);
        if (result.FindNote("none") is not null) throw NoJob(endpoint, jobName, result);
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
        if (result.FindNote("running") is not null) Report(() => WriteVerbose($"The job '{name}' on machine {endpoint} is still running."));
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
