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

    /// <summary>Stops the machine when the shell ends, even after an error or a lost connection.</summary>
    [Parameter]
    public SwitchParameter StopOnExit { get; set; }

    /// <inheritdoc/>
    private protected override string GetStartAdvice(Machine machine) => "Use -Start to start it.";

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
        if (!await ShouldEnterAsync(machine, cancellationToken)) return;
        await BeginRunAsync(machine, RunAsync, StopOnExit, cancellationToken);
        await FinishRunsAsync(cancellationToken);
    }

    /// <summary>Asks, and shows the command line where only that is wanted.</summary>
    private async Task<bool> ShouldEnterAsync(ResourceIdentity<Machine> machine, CancellationToken cancellationToken)
    {
        if (!MyInvocation.BoundParameters.TryGetValue("WhatIf", out var whatIf) || !LanguagePrimitives.IsTrue(whatIf))
            return ShouldProcess(machine.ToString(), "Enter");
        string command;
        try
        {
            var run = new MachineRun(machine, stops: false);
            var endpoint = await CreateConnector().FindAsync(run, starts: false, static write => write(), cancellationToken);
            command = CommandLine.Join(["ssh", .. endpoint.GetOptions(), endpoint.Host]);
        }
        catch (PaperspaceException unreachable) when (unreachable.Machine is not null)
        {
            var off = new SshEndpoint(unreachable.Machine, HostName ?? "<address>", isFresh: true, isNew: false, GetParameters());
            command = CommandLine.Join(["ssh", .. off.GetOptions(), off.Host]);
        }

        return ShouldProcess(machine.ToString(), (Start ? "Start if off, and run " : "Run ") + command);
    }

    private async Task RunAsync(MachineConnector connector, MachineRun run, CancellationToken token)
    {
        var endpoint = await connector.FindAsync(run, Start, Report, token).ConfigureAwait(false);
        await connector.WaitForPortAsync(run, token).ConfigureAwait(false);
        var (exitCode, messages) = await RunShellAsync(connector, run, token).ConfigureAwait(false);
        Report(() => InvokeEngine(() =>
        {
            SessionState.PSVariable.Set("global:LASTEXITCODE", exitCode);
            return true;
        }));
        if (exitCode != SshFailed) return;
        if (SshFailures.IsBeforeLogin(messages))
        {
            run.HasBegun = false;
            throw SshFailures.NotConnected(endpoint, messages, exitCode);
        }

        if (messages.Count > 0)
            throw new PaperspaceException(
                PaperspaceErrorReason.ConnectionLost,
                $"The connection to machine {endpoint} was lost. ssh: {SshFailures.Quote(messages, exitCode)}")
            { ExitCode = exitCode };
    }

    private async Task<(int ExitCode, IReadOnlyList<string> Messages)> RunShellAsync(
        MachineConnector connector, MachineRun run, CancellationToken token)
    {
        var endpoint = run.Endpoint!;
        // The host keeps the modes of the console, which ssh changes, and restores them.
        run.Status = null;
        await InvokeAsync(() => InvokeEngine(() =>
        {
            Host.NotifyBeginApplication();
            return true;
        })).ConfigureAwait(false);
        try
        {
            using var process = SshProcess.StartAtTerminal(
                connector.Ssh, [.. endpoint.GetOptions(), endpoint.Host], capturesErrors: true);
            using var registration = token.Register(process.Kill);
            run.HasBegun = true;
            var messages = await process.ReadMessagesAsync(Show).ConfigureAwait(false);
            return (await process.Ended.ConfigureAwait(false), messages);
        }
        finally
        {
            TryEndApplication();
        }
    }

    /// <summary>Shows what ssh writes. At a terminal in raw mode, a line feed alone does not return to the first column.</summary>
    private void Show(string message)
    {
        if (EndingEarly.IsCancellationRequested) return;
        Report(() => InvokeEngine(() =>
        {
            Host.UI.Write(TerminalText.Sanitize(message) + "\r\n");
            return true;
        }));
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
