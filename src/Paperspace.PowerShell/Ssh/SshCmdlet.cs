using System.Management.Automation;
using System.Runtime.ExceptionServices;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that connect to machines over SSH: how to connect, several machines at once, and machines
/// that are stopped whatever ends the command.</summary>
public abstract class SshCmdlet : AccountCmdlet
{
    private readonly CancellationTokenSource _ending = new();
    private readonly ActionQueue _queue = new();
    private readonly List<Task> _runs = [];
    private ResourceTargets<Machine>? _targets;
    private SemaphoreSlim? _places;
    private MachinePower? _power;
    private MachineConnector? _connector;
    private int _open;
    private volatile bool _hasEnded;

    /// <summary>Gets or sets the user to log in as.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string UserName { get; set; } = SshParameters.DefaultUserName;

    /// <summary>Gets or sets the port; the one that ssh is configured to use without it, which is 22 by default.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(1, 65535)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int Port { get; set; }

    /// <summary>Gets or sets the file of a private key; those that ssh and its agent have without it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? IdentityFile { get; set; }

    /// <summary>Gets or sets options of ssh, such as <c>ProxyJump=bastion</c>.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] SshOption { get; set; } = [];

    /// <summary>Gets or sets the host name or address to use in place of the machine's public address.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
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

    /// <summary>Gets what connects to machines.</summary>
    private protected MachineConnector Connector => _connector ??= new MachineConnector(Client, Power, GetParameters());

    /// <summary>Gets a token that is cancelled when the command ends early.</summary>
    private protected CancellationToken EndingEarly => _ending.Token;

    /// <summary>Takes how to connect from the parameters.</summary>
    /// <exception cref="PaperspaceException">One of them is not of its kind.</exception>
    private protected SshParameters GetParameters()
    {
        var parameters = new SshParameters
        {
            UserName = UserName,
            Port = IsBound(nameof(Port)) ? Port : null,
            IdentityFile = IdentityFile is null ? null : GetFile(IdentityFile, nameof(IdentityFile)),
            Options = SshOption,
            HostName = HostName,
            ConnectTimeout = ConnectTimeout,
        };
        parameters.Validate();
        return parameters;
    }

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
    private protected Task<IReadOnlyList<ResourceIdentity<Machine>>> FindMachinesAsync(
        IReadOnlyCollection<ResourceIdentity<Machine>> given, CancellationToken cancellationToken) =>
        (_targets ??= new ResourceTargets<Machine>(this, MachineDescriptor.Instance)).FindCertainAsync(Client, given, cancellationToken);

    /// <summary>Begins work on one machine, off the pipeline thread, as soon as there is a free place for it.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="run">Does the work.</param>
    /// <param name="stops">Whether the machine is stopped after it, whatever ends it.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    private protected async Task BeginRunAsync(
        ResourceIdentity<Machine> machine, Func<CancellationToken, Task> run, bool stops, CancellationToken cancellationToken)
    {
        _places ??= new SemaphoreSlim(ThrottleLimit);
        _ = (Connector, Power);
        _open++;
        _runs.Add(Task.Run(() => RunAsync(machine, run, stops), CancellationToken.None));
        if (IsSequential) await FinishRunsAsync(cancellationToken);
        else _queue.RunAvailable();
    }

    /// <summary>Writes on the pipeline thread, from any other one; waits if that is far behind.</summary>
    /// <exception cref="OperationCanceledException">The command has ended.</exception>
    private protected void Report(Action write) => _queue.Add(write, _ending.Token);

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
            await _queue.RunNextAsync(cancellationToken);
            _queue.RunAvailable();
        }

        _runs.Clear();
    }

    private async Task RunAsync(ResourceIdentity<Machine> machine, Func<CancellationToken, Task> run, bool stops)
    {
        var token = _ending.Token;
        Exception? failure = null;
        try
        {
            await _places!.WaitAsync(token).ConfigureAwait(false);
            try
            {
                await run(token).ConfigureAwait(false);
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
            failure = await AddHintAsync(expected, machine.Target, token).ConfigureAwait(false);
        }
        catch (Exception unexpected)
        {
            failure = unexpected;
        }

        if (failure is not null) TryReport(() => WriteRunFailure(failure, machine));
        if (stops) await Power.StopAsync(machine, TryReport, token).ConfigureAwait(false);
        TryReport(() => _open--);
    }

    private void WriteRunFailure(Exception failure, ResourceIdentity<Machine> machine)
    {
        if (failure is not PaperspaceException expected) ExceptionDispatchInfo.Capture(failure).Throw();
        else WriteFailure(expected, expected.Machine ?? machine.Target);
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

    private void TryReport(Action write)
    {
        if (_hasEnded) return;
        try
        {
            _queue.Add(write, _ending.Token);
        }
        catch (OperationCanceledException)
        {
            // The changes of the command report what matters.
        }
    }
}
