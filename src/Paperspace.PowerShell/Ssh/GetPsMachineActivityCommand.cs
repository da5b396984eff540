using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads over SSH what machines are doing, and since when they are idle.</summary>
[Cmdlet(VerbsCommon.Get, "PsMachineActivity", DefaultParameterSetName = MachineSet)]
[OutputType(typeof(MachineActivity))]
public sealed class GetPsMachineActivityCommand : MachineSshCmdlet
{
    private const int DefaultThrottleLimit = 50;
    private const int MaxShownMachines = 20;

    private static readonly TimeSpan ReadTimeLimit = TimeSpan.FromMinutes(1);

    private readonly List<string> _off = [];

    /// <summary>Creates the cmdlet.</summary>
    public GetPsMachineActivityCommand()
    {
        ThrottleLimit = DefaultThrottleLimit;
    }

    /// <summary>Gets or sets how long nothing must have happened on a machine for it to be idle; a number means seconds. 15 minutes without
    /// it.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan IdleAfter { get; set; } = TimeSpan.FromMinutes(15);

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var machine in await FindMachinesAsync(cancellationToken))
            await BeginRunAsync(machine, RunAsync, stops: false, cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await base.EndAsync(cancellationToken);
        if (_off.Count == 0) return;
        var more = _off.Count > MaxShownMachines ? FormattableString.Invariant($" and {_off.Count - MaxShownMachines} more") : "";
        WriteWarning($"Left out, since they are off: {string.Join(", ", _off.Take(MaxShownMachines))}{more}.");
    }

    private async Task RunAsync(MachineConnector connector, MachineRun run, CancellationToken token)
    {
        SshEndpoint endpoint;
        try
        {
            endpoint = await connector.FindAsync(run, starts: false, Report, token).ConfigureAwait(false);
        }
        catch (PaperspaceException off) when (MachineStates.Off.Equals(off.Machine?.State, StringComparison.OrdinalIgnoreCase))
        {
            Report(() => _off.Add(MachineDescriptor.Instance.Identify(off.Machine!).ToString()));
            return;
        }

        var lines = new List<string>();
        var result = await connector.RunAsync(
            run,
            RemoteScript.ForActivity(),
            (stream, read) =>
            {
                if (stream == MachineOutputStream.Output) lines.AddRange(read);
            },
            ReadTimeLimit,
            token).ConfigureAwait(false);
        if (result.IsTimedOut)
            throw new PaperspaceException(
                PaperspaceErrorReason.CommandTimeout, $"Machine {endpoint} did not report its activity within a minute.");
        var (activity, warning) = MachineActivityReader.Read(lines, endpoint.Machine, IdleAfter, Client.Now);
        Report(() =>
        {
            WriteObject(activity);
            if (warning is not null) WriteWarning($"Machine {endpoint}: {warning}");
        });
    }
}
