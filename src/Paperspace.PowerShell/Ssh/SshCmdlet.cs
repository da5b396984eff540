using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that connect to machines over SSH: how to connect, several machines at once, and machines
/// that are stopped however the command ends.</summary>
public abstract class SshCmdlet : AccountCmdlet
{
    /// <summary>How often the progress is refreshed while nothing happens.</summary>
    private static readonly TimeSpan ProgressInterval = TimeSpan.FromSeconds(1);

    /// <summary>How long a machine is asked for its jobs before it is stopped.</summary>
    private static readonly TimeSpan JobsTimeLimit = TimeSpan.FromSeconds(15);

    private readonly CancellationTokenSource _ending = new();
    private readonly ActionQueue _queue = new();
    private readonly List<Task> _runs = [];
    private readonly MachineProgress _progress;
    private readonly HashSet<string> _machinesOfHost = new(StringComparer.Ordinal);
    private ResourceTargets<Machine>? _targets;
    private SemaphoreSlim? _places;
    private MachinePower? _power;
    private string? _ssh;
    private int _open;
    private volatile bool _hasEnded;

    private protected SshCmdlet()
    {
        _progress = new MachineProgress(this);
    }

    /// <summary>Gets or sets the user to log in as.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? UserName { get; set; } = SshParameters.DefaultUserName;

    /// <summary>Gets or sets the port; the one that ssh is configured to use without it, which is 22 by default.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [NumberTransformation]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int? Port { get; set; }

    /// <summary>Gets or sets the file of a private key; those that ssh and its agent have without it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    public string? IdentityFile { get; set; }

    /// <summary>Gets or sets options of ssh, such as <c>ProxyJump=bastion</c>.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[]? SshOption { get; set; }

    /// <summary>Gets or sets the host name or address to use in place of the machine's public address.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? HostName { get; set; }

    /// <summary>Gets or sets how long to try to connect; a number means seconds. 20 seconds without it, and 3 minutes for a machine that has
    /// just started.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? ConnectTimeout { get; set; }

    /// <summary>Gets what starts and stops machines.</summary>
    private protected MachinePower Power => _power ??= new MachinePower(this, Client);

    /// <summary>Gets the advice for a machine that is off.</summary>
    private protected virtual string GetStartAdvice(Machine machine) => $"Start it with: Start-PsMachine {machine.Id} -Wait";

    /// <summary>Gets a token that is cancelled when the command ends early.</summary>
    private protected CancellationToken EndingEarly => _ending.Token;

    /// <summary>Creates what connects to machines, with the parameters of the object of the pipeline.</summary>
    /// <exception cref="PaperspaceException">A parameter is not of its kind, or there is nothing to connect to.</exception>
    private protected MachineConnector CreateConnector()
    {
        var parameters = GetParameters();
        if (IsSimulated && parameters.HostName is null)
            throw new PaperspaceException(
                PaperspaceErrorReason.MachineUnreachable,
                "A simulated machine cannot be reached over SSH. Use -HostName with a computer that runs sshd.")
            { Parameters = [nameof(HostName)] };
        return new(Client, Power, parameters, _ssh ??= SshProgram.FindSsh(), GetStartAdvice);
    }

    /// <summary>Takes how to connect from the parameters.</summary>
    /// <exception cref="PaperspaceException">One of them is not of its kind.</exception>
    private protected SshParameters GetParameters()
    {
        var parameters = new SshParameters
        {
            UserName = GetText(UserName, nameof(UserName)) ?? SshParameters.DefaultUserName,
            Port = IsGiven(nameof(Port)) && Port is null ? throw Empty(nameof(Port)) : Port,
            IdentityFile = GetText(IdentityFile, nameof(IdentityFile)) is { } file ? GetFile(file, nameof(IdentityFile)) : null,
            Options = SshOption ?? [],
            HostName = GetText(HostName, nameof(HostName)),
            ConnectTimeout = ConnectTimeout,
        };
        parameters.Validate();
        return parameters;
    }

    /// <summary>Returns a string; null if an object of the pipeline leaves it out.</summary>
    private string? GetText(string? text, string parameter)
    {
        if (!string.IsNullOrWhiteSpace(text)) return text;
        return IsGiven(parameter) ? throw Empty(parameter) : null;
    }

    private static PaperspaceException Empty(string parameter) =>
        PaperspaceException.InvalidRequest($"-{parameter} is empty. Specify a value or omit the parameter.", parameter);

    /// <summary>Returns the full path of a file that exists.</summary>
    /// <exception cref="PaperspaceException">There is none.</exception>
    private protected string GetFile(string path, string parameter)
    {
        var full = GetPath(path, parameter);
        return File.Exists(full) ? full : throw PaperspaceException.InvalidRequest($"There is no file '{full}'.", parameter);
    }

    /// <summary>Returns the full path of a file or folder, which need not exist.</summary>
    /// <exception cref="PaperspaceException">It is not a path of the file system.</exception>
    private protected string GetPath(string path, string parameter) => InvokeEngine(() =>
    {
        if (LocalPath.IsExact(path)) return path;
        try
        {
            var full = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            return provider.Name == "FileSystem"
                ? full
                : throw PaperspaceException.InvalidRequest($"'{path}' is not a path of the file system.", parameter);
        }
        catch (Exception failure) when (failure is RuntimeException or ArgumentException)
        {
            throw PaperspaceException.InvalidRequest($"'{path}' is not a path: {failure.Message}", parameter);
        }
    });

    /// <summary>Finds the machines that a parameter names. One that cannot be found is an error of its own.</summary>
    /// <exception cref="PaperspaceException">There are several, and one address for all of them.</exception>
    private protected async Task<IReadOnlyList<ResourceIdentity<Machine>>> FindMachinesAsync(
        IReadOnlyCollection<ResourceIdentity<Machine>> given, CancellationToken cancellationToken)
    {
        _targets ??= new ResourceTargets<Machine>(this, MachineDescriptor.Instance);
        var machines = await _targets.FindCertainAsync(Client, given, cancellationToken);
        // Loopback has the ends of tunnels, and machines that are simulated.
        if (HostName is null || SshParameters.IsLoopback(HostName)) return machines;
        _machinesOfHost.UnionWith(machines.Select(machine => machine.Id));
        return _machinesOfHost.Count <= 1
            ? machines
            : throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant(
                    $"-HostName is the address of one machine, and {_machinesOfHost.Count} were specified: all would be run at {HostName}."),
                nameof(HostName));
    }

    /// <summary>Begins work on one machine, off the pipeline thread, as soon as there is a free place for it.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="work">Does the work.</param>
    /// <param name="stops">Whether the machine is stopped after it, however it ends.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private protected async Task BeginRunAsync(
        ResourceIdentity<Machine> machine,
        Func<MachineConnector, MachineRun, CancellationToken, Task> work,
        bool stops,
        CancellationToken cancellationToken)
    {
        _places ??= new SemaphoreSlim(ThrottleLimit);
        var connector = CreateConnector();
        var run = new MachineRun(machine, stops);
        _open++;
        _progress.Add(run);
        _runs.Add(Task.Run(() => RunAsync(connector, run, work), CancellationToken.None));
        if (IsSequential) await FinishRunsAsync(cancellationToken);
        else _queue.RunAvailable();
    }

    /// <summary>Writes on the pipeline thread, from any other one; waits if that is far behind.</summary>
    /// <exception cref="OperationCanceledException">The command has ended.</exception>
    private protected void Report(Action write) => _queue.Add(write, _ending.Token);

    /// <summary>Does something on the pipeline thread, and waits until it is done. The progress is hidden.</summary>
    /// <exception cref="OperationCanceledException">The command has ended.</exception>
    private protected async Task InvokeAsync(Action action)
    {
        var done = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        Report(() =>
        {
            _progress.Dispose();
            action();
            done.TrySetResult(true);
        });
        await ((Task)done.Task).WaitAsync(_ending.Token).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await FinishRunsAsync(cancellationToken);
        await base.EndAsync(cancellationToken);
    }

    /// <inheritdoc/>
    private protected override async Task CleanUpAsync()
    {
        _hasEnded = true;
        _ending.Cancel();
        await Task.WhenAll(_runs);
        _progress.Dispose();
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _ending.Cancel();
            _places?.Dispose();
            _queue.Dispose();
            _ending.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Waits for the work on all machines, and writes what it reports.</summary>
    private protected async Task FinishRunsAsync(CancellationToken cancellationToken)
    {
        while (_open > 0)
        {
            _progress.Show(Client.Now);
            await _queue.RunNextAsync(ProgressInterval, cancellationToken);
            _queue.RunAvailable();
        }

        _progress.Dispose();
        _runs.Clear();
    }

    private async Task RunAsync(
        MachineConnector connector, MachineRun run, Func<MachineConnector, MachineRun, CancellationToken, Task> work)
    {
        var token = _ending.Token;
        Exception? failure = null;
        try
        {
            await _places!.WaitAsync(token).ConfigureAwait(false);
            try
            {
                await work(connector, run, token).ConfigureAwait(false);
            }
            finally
            {
                _places.Release();
            }
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            // The end of the command is reported by the command.
        }
        catch (PaperspaceException expected)
        {
            failure = await AddHintAsync(expected, run.Machine.Target, token).ConfigureAwait(false);
        }
        catch (Exception unexpected)
        {
            failure = unexpected;
        }

        run.Status = null;
        var wasStarted = Power.HasStarted(run.Machine.Id);
        var isLeft = run is { Stops: true, HasBegun: false, WasRunning: true } && !wasStarted;
        if (failure is PaperspaceException { } known && run is { Stops: true, HasBegun: false } && (isLeft || wasStarted))
            failure = known.WithMessage(known.Message + (isLeft
                ? " Nothing ran on the machine, which was running before and is left running."
                : " This command started the machine, which is being stopped."));
        if (failure is not null) TryReport(() => WriteRunFailure(failure, run));
        else if (isLeft) Warn($"Machine {run.Name} was running before, and nothing ran on it: it is left running.");
        if (run.Stops && (run.HasBegun || wasStarted)) await StopAsync(connector, run, token).ConfigureAwait(false);
        run.Status = null;
        TryReport(() =>
        {
            _progress.Remove(run);
            _open--;
        });
    }

    /// <summary>Stops a machine, unless detached jobs run on it.</summary>
    private async Task StopAsync(MachineConnector connector, MachineRun run, CancellationToken token)
    {
        if (run.HasBegun && run.Endpoint is not null)
        {
            // Asked although the command has ended: a job of days is lost otherwise.
            using var limit = Client.CreateTimeLimit(JobsTimeLimit);
            if (await connector.FindRunningJobsAsync(run, limit.Token).ConfigureAwait(false) is { } jobs) run.RunningJobs = jobs;
            if (run.RunningJobs is [var first, ..])
            {
                var (subject, verb) = run.RunningJobs.Count == 1 ? ("job", "is") : ("jobs", "are");
                Warn(
                    $"Machine {run.Name} is left running: the detached {subject} {string.Join(", ", run.RunningJobs)} {verb} still running "
                        + $"on it. To stop it after that: Receive-PsMachineOutput {run.Machine.Id} {first} -Wait -StopAfter. "
                        + $"To stop it now: Stop-PsMachine {run.Machine.Id}");
                return;
            }
        }

        await Power.StopAsync(run, action => TryReport(action), token).ConfigureAwait(false);
    }

    private void WriteRunFailure(Exception failure, MachineRun run)
    {
        if (failure is not PaperspaceException expected) ExceptionDispatchInfo.Capture(failure).Throw();
        else WriteFailure(expected, expected.Machine ?? run.Endpoint?.Machine ?? run.Machine.Target);
    }

    private async Task<PaperspaceException> AddHintAsync(PaperspaceException failure, object target, CancellationToken token)
    {
        try
        {
            return await EnrichAsync(failure, target, token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return failure;
        }
    }

    /// <summary>Warns; if the command is interrupted, in its last message.</summary>
    private void Warn(string text)
    {
        if (!TryReport(() => WriteWarning(text))) AddLastMessage(text);
    }

    /// <returns>Whether the pipeline thread still takes it.</returns>
    private bool TryReport(Action write)
    {
        if (_hasEnded) return false;
        try
        {
            _queue.Add(write, _ending.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
