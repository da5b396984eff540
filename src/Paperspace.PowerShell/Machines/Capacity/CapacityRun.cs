using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Runs the tries for several machines side by side on the pipeline thread, with what they share: the requests in flight, the
/// availability, the waits, and the progress.</summary>
internal sealed class CapacityRun : IDisposable
{
    /// <summary>A machine is gone within a minute; one that is not within this time is told.</summary>
    private static readonly TimeSpan RemovalTimeLimit = TimeSpan.FromMinutes(5);

    private readonly AccountCmdlet _cmdlet;
    private readonly CancellationTokenSource _ending;
    private readonly ProgressBar _progress;
    private readonly bool _hasTimeLimit;
    private int _total;
    private int _ready;

    /// <summary>Begins a run; sends nothing.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="client">The account's client.</param>
    /// <param name="activity">What the progress says is going on.</param>
    /// <param name="capacityTimeout">For how long there are new tries; null for one round.</param>
    /// <param name="timeout">How long the wait of a try may take.</param>
    /// <param name="cancellationToken">Ends the run.</param>
    public CapacityRun(
        AccountCmdlet cmdlet,
        IPaperspaceClient client,
        string activity,
        TimeSpan? capacityTimeout,
        TimeSpan timeout,
        CancellationToken cancellationToken)
    {
        _cmdlet = cmdlet;
        _progress = new ProgressBar(cmdlet, activity);
        _hasTimeLimit = capacityTimeout > TimeSpan.Zero;
        _ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, cmdlet.Ending);
        Client = client;
        Until = client.Now + (capacityTimeout ?? TimeSpan.Zero);
        Availability = new CapacityAvailability(cmdlet, client);
        StateWaiter = new SharedMachineWaiter(client, new MachineWaitOptions { Timeout = timeout });
        RemovalWaiter = new SharedMachineWaiter(client, new MachineWaitOptions { Timeout = RemovalTimeLimit });
    }

    /// <summary>Gets the account's client.</summary>
    public IPaperspaceClient Client { get; }

    /// <summary>Gets when the last round of tries may begin.</summary>
    public DateTimeOffset Until { get; }

    /// <summary>Gets what the API says of capacity.</summary>
    public CapacityAvailability Availability { get; }

    /// <summary>Gets the waiter for machines to reach their states.</summary>
    public SharedMachineWaiter StateWaiter { get; }

    /// <summary>Gets the waiter for machines to be gone.</summary>
    public SharedMachineWaiter RemovalWaiter { get; }

    /// <summary>Runs all to their ends.</summary>
    /// <param name="machines">Begins the tries for each machine.</param>
    /// <exception cref="OperationCanceledException">The run was ended.</exception>
    public async Task RunAsync(IEnumerable<Func<CancellationToken, Task>> machines)
    {
        var ended = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var registration = _ending.Token.Register(static source => ((TaskCompletionSource<bool>)source!).TrySetResult(true), ended);
        var begins = machines.ToArray();
        _total += begins.Length;
        var running = begins.Select(begin => begin(_ending.Token)).ToList<Task>();
        while (running.Count > 0)
        {
            var next = await Task.WhenAny(running.Append(ended.Task));
            // What ended the run is told by the machine whose output could not be written, where one is.
            if (next == ended.Task) next = running.Find(machine => machine.IsFaulted) ?? next;
            if (next == ended.Task) throw new OperationCanceledException(_ending.Token);
            running.Remove(next);
            await next;
        }
    }

    /// <summary>Creates a change that the caller has to be told of.</summary>
    public PendingChange CreateChange(string action, string description) => _cmdlet.CreateChange(action, description);

    /// <summary>Sends a request as soon as there is a free place for it.</summary>
    public Task<T> SendAsync<T>(Func<IPaperspaceClient, CancellationToken, Task<T>> send, CancellationToken cancellationToken) =>
        _cmdlet.SendAsync(send, cancellationToken);

    /// <summary>Says of a failure what the account has instead.</summary>
    public Task<PaperspaceException> EnrichAsync(PaperspaceException failure, object target, CancellationToken cancellationToken) =>
        _cmdlet.EnrichAsync(failure, target, cancellationToken);

    /// <summary>Writes something. Where that ends the command, nothing else is written or begun.</summary>
    public void Write(Action<AccountCmdlet> write)
    {
        _ending.Token.ThrowIfCancellationRequested();
        try
        {
            write(_cmdlet);
        }
        catch
        {
            _ending.Cancel();
            throw;
        }
    }

    /// <summary>Tells what is being done about a machine, as progress and verbose.</summary>
    public void Note(string name, string text) => Write(cmdlet =>
    {
        cmdlet.WriteVerbose($"{name}: {text}");
        var until = _hasTimeLimit ? string.Format(CultureInfo.InvariantCulture, ", until {0:u}", Until.UtcDateTime) : "";
        var count = _total > 1 ? string.Format(CultureInfo.InvariantCulture, "{0} of {1} ready; ", _ready, _total) : "";
        _progress.Write(
            $"{count}{TerminalText.Sanitize(name)}: {TerminalText.Sanitize(text)}{until}",
            _total == 0 ? 0 : 100 * _ready / _total);
    });

    /// <summary>Notes that a machine is ready.</summary>
    public void NoteReady() => _ready++;

    /// <inheritdoc/>
    public void Dispose()
    {
        // What is still running sees it at its next step; the source is not disposed, since it is asked then.
        _ending.Cancel();
        _progress.Dispose();
    }
}
