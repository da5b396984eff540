using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Provisions several machines side by side on the pipeline thread, with what they share: the requests in flight, the
/// availability, the waits, and the progress.</summary>
internal sealed class ProvisioningRun : IDisposable
{
    /// <summary>A machine is deleted within a minute; the rest is reported.</summary>
    private static readonly TimeSpan MaxRemovalTime = TimeSpan.FromMinutes(5);

    /// <summary>Even without any time to wait, the request to delete is sent.</summary>
    private static readonly TimeSpan MinRemovalTime = TimeSpan.FromSeconds(10);

    private readonly HashSet<string> _created;
    private readonly CancellationTokenSource _ending;
    private readonly ProgressBar _progress;
    private readonly DateTimeOffset _until;
    private readonly bool _hasTimeLimit;
    private int _total;
    private int _ready;

    /// <summary>Begins a run; sends nothing.</summary>
    /// <param name="activity">The activity that the progress shows.</param>
    /// <param name="capacityTimeout">For how long new attempts begin; null for one round.</param>
    /// <param name="timeout">How long the wait of an attempt may take.</param>
    /// <param name="created">The ids of the machines that the command has created.</param>
    public ProvisioningRun(
        AccountCmdlet cmdlet,
        string activity,
        TimeSpan? capacityTimeout,
        TimeSpan timeout,
        CancellationToken cancellationToken,
        HashSet<string>? created = null)
    {
        _created = created ?? new HashSet<string>(StringComparer.Ordinal);
        Cmdlet = cmdlet;
        Client = cmdlet.Client;
        _progress = new ProgressBar(cmdlet, activity);
        _hasTimeLimit = capacityTimeout > TimeSpan.Zero;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, cmdlet.Ending);
        _until = Client.Now + (capacityTimeout ?? TimeSpan.Zero);
        Availability = new CapacityAvailability(cmdlet);
        StateWaiter = new OperationWaiter(Client, timeout);
        RemovalTimeLimit = timeout > MaxRemovalTime ? MaxRemovalTime : timeout < MinRemovalTime ? MinRemovalTime : timeout;
        RemovalWaiter = new OperationWaiter(Client, RemovalTimeLimit);
    }

    public AccountCmdlet Cmdlet { get; }

    public IPaperspaceClient Client { get; }

    public CapacityAvailability Availability { get; }

    public OperationWaiter StateWaiter { get; }

    public OperationWaiter RemovalWaiter { get; }

    public TimeSpan RemovalTimeLimit { get; }

    public CapacityBackoff CreateBackoff() => new(Client, _until);

    /// <summary>Runs all to their ends.</summary>
    /// <param name="machines">Begins the attempts for each machine.</param>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public async Task RunAsync(IEnumerable<Func<CancellationToken, Task>> machines)
    {
        var begins = machines.ToArray();
        _total += begins.Length;
        var running = begins.Select(begin => begin(_ending.Token)).ToList();
        while (running.Count > 0)
        {
            var next = Task.WhenAny(running);
            try
            {
                await ((Task)next).WaitAsync(_ending.Token);
            }
            catch (OperationCanceledException)
            {
                // Prefer the faulted task: its exception is the reason for the cancellation.
                if (running.Find(machine => machine.IsFaulted) is { } faulted) await faulted;
                throw;
            }

            var ended = await next;
            running.Remove(ended);
            await ended;
        }
    }

    /// <summary>Writes something. If that ends the command, nothing else is written or begun.</summary>
    public void Write(Action<AccountCmdlet> write)
    {
        _ending.Token.ThrowIfCancellationRequested();
        try
        {
            write(Cmdlet);
        }
        catch
        {
            _ending.Cancel();
            throw;
        }
    }

    /// <summary>Shows what is being done about a machine, as progress and verbose.</summary>
    public void Show(string name, string activity) => Write(cmdlet =>
    {
        cmdlet.WriteVerbose($"{name}: {activity}");
        var until = _hasTimeLimit ? string.Format(CultureInfo.InvariantCulture, ", until {0:u}", _until.UtcDateTime) : "";
        var count = _total > 1 ? string.Format(CultureInfo.InvariantCulture, "{0} of {1} ready; ", _ready, _total) : "";
        _progress.Write(
            $"{count}{TerminalText.Sanitize(name)}: {TerminalText.Sanitize(activity)}{until}",
            _total == 0 ? 0 : 100 * _ready / _total);
    });

    public void CountReady() => _ready++;

    /// <summary>Records that a machine is the result of a create.</summary>
    public void AddCreated(string id) => _created.Add(id);

    public bool IsCreated(string id) => _created.Contains(id);

    public void Dispose()
    {
        // Not disposed: what is still running checks it at its next step.
        _ending.Cancel();
        _progress.Dispose();
    }
}
