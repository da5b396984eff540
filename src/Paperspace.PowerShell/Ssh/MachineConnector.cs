namespace Paperspace.PowerShell;

/// <summary>Finds out where a machine is reached, starts it if asked, and runs scripts on it once it answers.</summary>
internal sealed class MachineConnector
{
    /// <summary>Machines younger than this may still be running the script that adds their keys.</summary>
    private static readonly TimeSpan FreshAge = TimeSpan.FromMinutes(10);

    /// <summary>An address may be reported some seconds after the state.</summary>
    private static readonly TimeSpan AddressTimeLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private static readonly string[] OnTheWay =
        [MachineStates.Starting, MachineStates.Restarting, MachineStates.Provisioning, MachineStates.Upgrading];

    private readonly IPaperspaceClient _client;
    private readonly MachinePower _power;
    private readonly SshParameters _parameters;
    private readonly string _ssh;
    private readonly Func<Machine, string> _getStartAdvice;

    /// <summary>Creates a connector; sends nothing.</summary>
    /// <param name="client">The client.</param>
    /// <param name="power">Starts machines.</param>
    /// <param name="parameters">How they are connected to.</param>
    /// <param name="ssh">The path of ssh.</param>
    /// <param name="getStartAdvice">Returns how to start a machine.</param>
    public MachineConnector(
        IPaperspaceClient client, MachinePower power, SshParameters parameters, string ssh, Func<Machine, string> getStartAdvice)
    {
        (_client, _power, _parameters, _ssh, _getStartAdvice) = (client, power, parameters, ssh, getStartAdvice);
    }

    /// <summary>Gets the path of ssh.</summary>
    public string Ssh => _ssh;

    /// <summary>Finds the address of a machine that runs.</summary>
    /// <param name="run">The run on the machine.</param>
    /// <param name="starts">Whether to start it if it is off.</param>
    /// <param name="report">Takes what to do on the pipeline thread.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="PaperspaceException">It does not run, or has no address.</exception>
    public async Task<SshEndpoint> FindAsync(
        MachineRun run, bool starts, Action<Action> report, CancellationToken cancellationToken)
    {
        // An address that was read earlier may be another machine's by now.
        var found = await _client.Machines.GetAsync(run.Machine.Id, cancellationToken).ConfigureAwait(false);
        run.WasRunning = found.IsRunning;
        var isFresh = IsNew(found);
        if (!found.IsRunning)
        {
            isFresh = true;
            found = await GetRunningAsync(run, found, starts, report, cancellationToken).ConfigureAwait(false);
        }

        SetStatus(run, "Connecting to", "looking for its address", AddressTimeLimit);

        var host = _parameters.HostName ?? found.PublicIpAddress;
        var until = _client.Now + AddressTimeLimit;
        while (string.IsNullOrWhiteSpace(host) && MayGetAddress(found, isFresh) && _client.Now < until)
        {
            await _client.DelayAsync(Pause, cancellationToken).ConfigureAwait(false);
            found = await _client.Machines.GetAsync(run.Machine.Id, cancellationToken).ConfigureAwait(false);
            host = found.PublicIpAddress;
        }

        if (string.IsNullOrWhiteSpace(host)) throw WithoutAddress(found);
        if (!SshParameters.IsHost(host!))
            throw new PaperspaceException(
                PaperspaceErrorReason.InvalidResponse,
                $"The address of machine {MachineDescriptor.Instance.Identify(found)} is '{TerminalText.Sanitize(host)}', which is not an address.");
        var endpoint = new SshEndpoint(found, host!, isFresh, IsNew(found), _parameters);
        endpoint.Configuration = await ReadConfigurationAsync(endpoint, cancellationToken).ConfigureAwait(false);
        run.Endpoint = endpoint;
        SetStatus(run, "Waiting for SSH on", "connecting", endpoint.ConnectTimeout);
        return endpoint;
    }

    /// <summary>Waits until ssh can connect. A machine behind a proxy is left to ssh.</summary>
    /// <exception cref="PaperspaceException">Nothing answers.</exception>
    public async Task WaitForPortAsync(MachineRun run, CancellationToken cancellationToken)
    {
        var endpoint = run.Endpoint!;
        if (endpoint.Configuration is not { HasProxy: false } configuration) return;
        var host = configuration.HostName ?? endpoint.Host;
        var failure = await SshPort.WaitAsync(
            _client, host, configuration.Port, endpoint.ConnectTimeout, reason => Show(run, reason), cancellationToken)
            .ConfigureAwait(false);
        if (failure is not null) throw SshFailures.NotConnected(endpoint, [failure], 0);
    }

    /// <summary>Runs a script on a machine; tries to connect until its time is over.</summary>
    /// <exception cref="PaperspaceException">There was no connection, or it was lost.</exception>
    public async Task<RemoteResult> RunAsync(
        MachineRun run,
        RemoteScript script,
        Action<MachineOutputStream, IReadOnlyList<string>> take,
        TimeSpan? timeout,
        CancellationToken cancellationToken)
    {
        var endpoint = run.Endpoint!;
        var until = _client.Now + endpoint.ConnectTimeout;
        while (true)
        {
            var result = await RemoteSession.RunAsync(_ssh, _client, endpoint, script, take, TakeNote, timeout, cancellationToken)
                .ConfigureAwait(false);
            if (result.HasBegun)
                return result.ExitCode is null && !result.IsTimedOut
                    ? throw await LostAsync(endpoint, result, cancellationToken).ConfigureAwait(false)
                    : result;
            if (!SshFailures.IsTransient(endpoint, result.Messages) || until - _client.Now <= Pause)
                throw SshFailures.NotConnected(endpoint, result.Messages, result.SshExitCode);
            Show(run, SshFailures.Summarize(result.Messages));
            await _client.DelayAsync(Pause, cancellationToken).ConfigureAwait(false);
        }

        void TakeNote(string note)
        {
            if (run.Take(note)) SetStatus(run, "Running on", "", null);
        }
    }

    /// <summary>Asks a machine which detached jobs run on it.</summary>
    /// <returns>Their names; null if it does not answer.</returns>
    public async Task<IReadOnlyList<string>?> FindRunningJobsAsync(MachineRun run, CancellationToken cancellationToken)
    {
        try
        {
            var result = await RemoteSession.RunAsync(
                _ssh, _client, run.Endpoint!, RemoteScript.ForRunningJobs(), static (_, _) => { }, static _ => { }, null, cancellationToken)
                .ConfigureAwait(false);
            return result.ExitCode == 0 ? [.. result.Notes.Select(MachineRun.FindJob).OfType<string>()] : null;
        }
        catch (Exception unanswered) when (unanswered is OperationCanceledException or PaperspaceException)
        {
            return null;
        }
    }

    /// <summary>Changes what the progress says of a machine that is being connected to.</summary>
    public static void Show(MachineRun run, string state)
    {
        if (run.Status is { } status) run.Status = status with { State = state };
    }

    /// <summary>Begins a new activity in the progress of a machine.</summary>
    public void SetStatus(MachineRun run, string activity, string state, TimeSpan? limit) =>
        run.Status = new MachineStatus(activity, state, _client.Now, limit);

    /// <summary>Returns whether a machine will be running without being started again.</summary>
    public static bool IsOnTheWay(Machine machine) => OnTheWay.Contains(machine.State, StringComparer.OrdinalIgnoreCase);

    private static bool IsNew(Machine machine) => machine.AgeDays < FreshAge.TotalDays;

    private static bool MayGetAddress(Machine machine, bool isFresh) =>
        isFresh && !string.Equals(machine.PublicIpType, PublicIpTypes.None, StringComparison.OrdinalIgnoreCase);

    private static PaperspaceException WithoutAddress(Machine machine)
    {
        var privately = machine.PrivateIpAddress is { Length: > 0 } address
            ? $" At its private address {TerminalText.Sanitize(address)} it is reached with -HostName from its network, or through a jump "
                + "host with -SshOption ProxyJump=<host>."
            : "";
        return new PaperspaceException(
            PaperspaceErrorReason.MachineUnreachable,
            $"Machine {MachineDescriptor.Instance.Identify(machine)} has no public IP address. Assign one with Set-PsMachine -DynamicPublicIp $true or "
                + $"New-PsPublicIp.{privately}")
        { Machine = machine };
    }

    private async Task<Machine> GetRunningAsync(
        MachineRun run, Machine machine, bool starts, Action<Action> report, CancellationToken cancellationToken)
    {
        var timeout = MachineWaitOptions.DefaultTimeout;
        if (IsOnTheWay(machine))
        {
            SetStatus(run, "Waiting for", TerminalText.Sanitize(machine.State), timeout);
            return await _power.WaitForAsync(machine.Id, MachineStates.Ready, cancellationToken).ConfigureAwait(false);
        }

        if (!starts)
            throw new PaperspaceException(
                PaperspaceErrorReason.MachineUnreachable,
                $"Machine {MachineDescriptor.Instance.Identify(machine)} is '{TerminalText.Sanitize(machine.State)}'. {_getStartAdvice(machine)}")
            { Machine = machine };
        if (MachineStates.Stopping.Equals(machine.State, StringComparison.OrdinalIgnoreCase))
        {
            SetStatus(run, "Waiting for", "stopping", timeout);
            machine = await _power.WaitForAsync(machine.Id, MachineStates.Off, cancellationToken).ConfigureAwait(false);
        }

        SetStatus(run, "Starting", "starting", timeout);
        return await _power.StartAsync(run, machine, report, cancellationToken).ConfigureAwait(false);
    }

    private async Task<PaperspaceException> LostAsync(SshEndpoint endpoint, RemoteResult result, CancellationToken cancellationToken)
    {
        var state = "";
        try
        {
            var now = await _client.Machines.GetAsync(endpoint.Machine.Id, cancellationToken).ConfigureAwait(false);
            if (!now.IsRunning) state = $" The machine is '{TerminalText.Sanitize(now.State)}' now.";
        }
        catch (PaperspaceException)
        {
            // The loss is what is reported; the state is only a hint.
        }

        return new PaperspaceException(
            PaperspaceErrorReason.ConnectionLost,
            $"The connection to machine {endpoint} was lost before the command ended.{state} "
                + $"ssh: {SshFailures.Quote(result.Messages, result.SshExitCode)}");
    }

    private async Task<SshConfiguration> ReadConfigurationAsync(SshEndpoint endpoint, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        var errors = new List<string>();
        using var process = SshProcess.StartPiped(_ssh, [.. endpoint.GetOptions(), "-G", endpoint.Host]);
        using var registration = cancellationToken.Register(process.Kill);
        var reading = Task.Run(() => LineReader.Read(process.Error, errors.Add, static () => { }), cancellationToken);
        await Task.Run(() => LineReader.Read(process.Output, lines.Add, static () => { }), cancellationToken).ConfigureAwait(false);
        await reading.ConfigureAwait(false);
        var exitCode = await process.Ended.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        return exitCode == 0
            ? new SshConfiguration(lines)
            : throw PaperspaceException.InvalidRequest(
                $"ssh does not accept its configuration: {SshFailures.Quote(errors, exitCode)}", "SshOption");
    }
}
