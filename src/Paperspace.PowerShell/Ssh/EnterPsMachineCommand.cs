using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Opens a shell on a machine: hands the terminal to the <c>ssh</c> of this computer.</summary>
[Cmdlet(VerbsCommon.Enter, "PsMachine", SupportsShouldProcess = true, DefaultParameterSetName = MachineSet)]
[OutputType(typeof(void))]
public sealed class EnterPsMachineCommand : MachineSshCmdlet
{
    /// <summary>What ssh ends with when the connection failed, and no shell has ended.</summary>
    private const int SshFailed = 255;

    /// <summary>Starts the machine if it is off, and waits until it answers.</summary>
    [Parameter]
    public SwitchParameter Start { get; set; }

    /// <summary>Stops the machine when the shell ends, whatever ends it.</summary>
    [Parameter]
    public SwitchParameter StopOnExit { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        var machines = await FindMachinesAsync(cancellationToken);
        if (machines.Count > 1)
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"{machines.Count} machines were specified. Enter one, or use Invoke-PsMachineCommand."),
                nameof(Machine));
        if (machines.Count == 0) return;
        var machine = machines[0];
        var connector = Connector;
        if (!await ShouldEnterAsync(machine, connector, cancellationToken)) return;
        await BeginRunAsync(machine, token => RunAsync(machine, connector, token), StopOnExit, cancellationToken);
        await FinishRunsAsync(cancellationToken);
    }

    /// <summary>Asks, and shows the command line where only that is wanted.</summary>
    private async Task<bool> ShouldEnterAsync(ResourceIdentity<Machine> machine, MachineConnector connector, CancellationToken cancellationToken)
    {
        if (!MyInvocation.BoundParameters.TryGetValue("WhatIf", out var whatIf) || !LanguagePrimitives.IsTrue(whatIf))
            return ShouldProcess(machine.ToString(), "Enter");
        string command;
        try
        {
            var endpoint = await connector.FindAsync(machine, starts: false, static write => write(), cancellationToken);
            command = CommandLine.Join(["ssh", .. endpoint.GetOptions(), endpoint.Host]);
        }
        catch (PaperspaceException unreachable) when (unreachable.Machine is not null)
        {
            var off = new SshEndpoint(unreachable.Machine, HostName ?? "<address>", isFresh: true, GetParameters());
            command = CommandLine.Join(["ssh", .. off.GetOptions(), off.Host]);
        }

        return ShouldProcess(machine.ToString(), (Start ? "Start if off, and run " : "Run ") + command);
    }

    private async Task RunAsync(ResourceIdentity<Machine> machine, MachineConnector connector, CancellationToken token)
    {
        var endpoint = await connector.FindAsync(machine, Start, Report, token).ConfigureAwait(false);
        await connector.WaitForPortAsync(endpoint, token).ConfigureAwait(false);
        var exitCode = await RunShellAsync(connector, endpoint, token).ConfigureAwait(false);
        Report(() => InvokeEngine(() =>
        {
            SessionState.PSVariable.Set("global:LASTEXITCODE", exitCode);
            return true;
        }));
        if (exitCode == SshFailed)
            throw new PaperspaceException(
                PaperspaceErrorReason.MachineUnreachable,
                FormattableString.Invariant(
                    $"ssh could not connect to machine {endpoint}, or the connection was lost (exit code {exitCode}); its message is above."))
            { ExitCode = exitCode };
    }

    private async Task<int> RunShellAsync(MachineConnector connector, SshEndpoint endpoint, CancellationToken token)
    {
        // The host keeps the modes of the console, which ssh changes, and restores them.
        Report(() => InvokeEngine(() =>
        {
            Host.NotifyBeginApplication();
            return true;
        }));
        try
        {
            using var process = SshProcess.StartAtTerminal(connector.Ssh, [.. endpoint.GetOptions(), endpoint.Host]);
            using var registration = token.Register(process.Kill);
            return await process.Ended.ConfigureAwait(false);
        }
        finally
        {
            TryEndApplication();
        }
    }

    private void TryEndApplication()
    {
        if (EndingEarly.IsCancellationRequested) return;
        Report(() => InvokeEngine(() =>
        {
            Host.NotifyEndApplication();
            return true;
        }));
    }
}
