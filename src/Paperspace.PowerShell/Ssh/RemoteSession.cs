namespace Paperspace.PowerShell;

/// <summary>Runs one script on one machine through ssh, and hands out its output as it comes.</summary>
internal sealed class RemoteSession
{
    private const int MaxMessages = 20;

    /// <summary>What another program, such as a proxy, may still hold open after ssh has ended.</summary>
    private static readonly TimeSpan ErrorStreamTimeLimit = TimeSpan.FromSeconds(5);

    /// <summary>How long nothing must come, after a command has ended, until what it left in the background is not waited for.</summary>
    private static readonly TimeSpan BackgroundTimeLimit = TimeSpan.FromSeconds(5);

    private readonly string _program;
    private readonly IPaperspaceClient _client;
    private readonly SshEndpoint _endpoint;
    private readonly RemoteScript _script;
    private readonly Action<MachineOutputStream, IReadOnlyList<string>> _take;
    private readonly Action<string> _takeNote;
    private readonly Queue<string> _messages = new();
    private readonly List<string> _notes = [];
    private readonly TaskCompletionSource<bool> _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<bool> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int? _exitCode;
    private int _chunks;
    private int _takers;

    private RemoteSession(
        string program,
        IPaperspaceClient client,
        SshEndpoint endpoint,
        RemoteScript script,
        Action<MachineOutputStream, IReadOnlyList<string>> take,
        Action<string> takeNote)
    {
        (_program, _client, _endpoint, _script, _take, _takeNote) = (program, client, endpoint, script, take, takeNote);
    }

    /// <summary>Runs a script.</summary>
    /// <param name="program">The path of ssh.</param>
    /// <param name="client">The client, for its clock.</param>
    /// <param name="endpoint">The machine.</param>
    /// <param name="script">The script.</param>
    /// <param name="take">Takes lines of a stream, on a thread of that stream; it may block, and throws when nobody takes lines any
    /// more.</param>
    /// <param name="takeNote">Takes each note of the script as it comes.</param>
    /// <param name="timeout">How long the script may run; null for any time.</param>
    /// <param name="cancellationToken">Ends it, on the machine too.</param>
    public static async Task<RemoteResult> RunAsync(
        string program,
        IPaperspaceClient client,
        SshEndpoint endpoint,
        RemoteScript script,
        Action<MachineOutputStream, IReadOnlyList<string>> take,
        Action<string> takeNote,
        TimeSpan? timeout,
        CancellationToken cancellationToken) =>
        await new RemoteSession(program, client, endpoint, script, take, takeNote).RunAsync(timeout, cancellationToken).ConfigureAwait(false);

    private async Task<RemoteResult> RunAsync(TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using var process = SshProcess.StartPiped(
            _program, [.. _endpoint.GetUnattendedOptions(), "-T", "-o", "RemoteCommand=none", _endpoint.Host, RemoteScript.CommandLine]);
        using var registration = cancellationToken.Register(process.Kill);
        var output = ReadAsync(process.Output, ReadOutput);
        var error = ReadAsync(process.Error, ReadError);
        // Standard input stays open: the script ends its command when it is closed.
        var input = WriteAsync(process.Input, cancellationToken);
        var isTimedOut = await WaitAsync(process, timeout, cancellationToken).ConfigureAwait(false);
        var hasLeftProcess = await EndAsync(process, cancellationToken).ConfigureAwait(false);
        var exitCode = await process.Ended.ConfigureAwait(false);
        await output.ConfigureAwait(false);
        using (var limit = _client.CreateTimeLimit(ErrorStreamTimeLimit))
            await EndAsync(error, limit.Token).ConfigureAwait(false);
        await input.ConfigureAwait(false);
        cancellationToken.ThrowIfCancellationRequested();
        lock (_messages)
            return new RemoteResult
            {
                HasBegun = _begun.Task.IsCompleted,
                ExitCode = _exitCode,
                SshExitCode = exitCode,
                IsTimedOut = isTimedOut && _exitCode is null,
                HasLeftProcess = hasLeftProcess,
                Messages = [.. _messages],
                Notes = [.. _notes],
            };
    }

    /// <returns>Whether it was ended because its time was over.</returns>
    private async Task<bool> WaitAsync(SshProcess process, TimeSpan? timeout, CancellationToken cancellationToken)
    {
        using (var login = _client.CreateTimeLimit(_endpoint.LoginTimeout))
        using (var loginOrEnd = CancellationTokenSource.CreateLinkedTokenSource(login.Token, cancellationToken))
            await EndAsync(Task.WhenAny(process.Ended, _begun.Task), loginOrEnd.Token).ConfigureAwait(false);
        if (!process.Ended.IsCompleted && !_begun.Task.IsCompleted)
        {
            if (!cancellationToken.IsCancellationRequested)
                lock (_messages) _messages.Enqueue($"The shell did not start within {DurationText.Format(_endpoint.LoginTimeout)} of the connection");
            process.Kill();
            return false;
        }

        if (timeout is not { } time || process.Ended.IsCompleted) return false;
        using var limit = _client.CreateTimeLimit(time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        await EndAsync(Task.WhenAny(process.Ended, _exited.Task), either.Token).ConfigureAwait(false);
        if (process.Ended.IsCompleted || _exited.Task.IsCompleted || cancellationToken.IsCancellationRequested) return false;
        process.Kill();
        return true;
    }

    /// <summary>Waits until ssh has ended: also when nothing more comes although the command has ended, since a process that it left in
    /// the background keeps the connection open.</summary>
    /// <returns>Whether there was such a process.</returns>
    private async Task<bool> EndAsync(SshProcess process, CancellationToken cancellationToken)
    {
        await Task.WhenAny(process.Ended, _exited.Task).ConfigureAwait(false);
        while (!process.Ended.IsCompleted)
        {
            var chunks = Volatile.Read(ref _chunks);
            using var limit = _client.CreateTimeLimit(BackgroundTimeLimit);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
            await EndAsync(process.Ended, either.Token).ConfigureAwait(false);
            if (process.Ended.IsCompleted || cancellationToken.IsCancellationRequested) return false;
            if (Volatile.Read(ref _takers) > 0 || chunks != Volatile.Read(ref _chunks)) continue;
            process.Kill();
            return true;
        }

        return false;
    }

    private static async Task EndAsync(Task task, CancellationToken cancellationToken)
    {
        try
        {
            await task.WaitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The caller looks at whether it has ended.
        }
    }

    /// <summary>Reads on a thread of its own: on .NET Framework a pipe is read synchronously, and 50 machines would take up all threads of
    /// the pool.</summary>
    private static Task ReadAsync(Stream stream, Action<Stream> read) => Task.Factory.StartNew(
        () =>
        {
            try
            {
                read(stream);
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // Nobody takes lines any more, or the pipe was closed under the reader.
            }
        },
        CancellationToken.None,
        TaskCreationOptions.LongRunning,
        TaskScheduler.Default);

    private async Task WriteAsync(Stream stream, CancellationToken cancellationToken)
    {
        var bytes = _script.ToInput();
        try
        {
            await stream.WriteAsync(bytes, 0, bytes.Length, cancellationToken).ConfigureAwait(false);
            await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or OperationCanceledException)
        {
            // It has ended before it read everything; its exit code says why.
        }
    }

    private void ReadOutput(Stream stream)
    {
        var lines = new List<string>();
        // What profiles print before the script begins is no output of it, but nothing tells where that ends.
        LineReader.Read(stream, line => lines.Add(line), () => Flush(MachineOutputStream.Output, ref lines));
    }

    private void ReadError(Stream stream)
    {
        var lines = new List<string>();
        LineReader.Read(stream, line => TakeError(line, lines), () => Flush(MachineOutputStream.Error, ref lines));
    }

    private void TakeError(string line, List<string> lines)
    {
        var mark = line.IndexOf(_script.Mark, StringComparison.Ordinal);
        var before = mark < 0 ? line : line.Substring(0, mark);
        if (mark < 0 || before.Length > 0)
        {
            if (_begun.Task.IsCompleted && _exitCode is null) lines.Add(before);
            lock (_messages)
            {
                _messages.Enqueue(before);
                if (_messages.Count > MaxMessages) _messages.Dequeue();
            }
        }

        if (mark < 0) return;
        var note = line.Substring(mark + _script.Mark.Length).Trim();
        _takeNote(note);
        if (note == "begin") _begun.TrySetResult(true);
        else if (note.StartsWith("exit ", StringComparison.Ordinal) && int.TryParse(note.Substring(5), out var code)) End(code);
        else _notes.Add(note);
    }

    private void Flush(MachineOutputStream stream, ref List<string> lines)
    {
        Interlocked.Increment(ref _chunks);
        if (lines.Count == 0) return;
        Interlocked.Increment(ref _takers);
        try
        {
            _take(stream, lines);
        }
        finally
        {
            Interlocked.Decrement(ref _takers);
        }
        lines = [];
    }

    private void End(int exitCode)
    {
        _exitCode = exitCode;
        _exited.TrySetResult(true);
    }
}
