namespace Paperspace.PowerShell;

/// <summary>Holds the account of one command from its beginning to its end, whatever is disconnected or connected meanwhile.</summary>
internal sealed class CommandAccount : IDisposable
{
    private readonly AccountReference _reference;
    private readonly PaperspaceAccount? _own;
    private readonly CommandRequestLog? _log;
    private IPaperspaceClient? _client;

    private CommandAccount(PaperspaceAccount account, bool isOwn, CommandRequestLog? log)
    {
        _own = isOwn ? account : null;
        _reference = account.Open();
        _log = log;
    }

    /// <summary>Gets the account.</summary>
    public PaperspaceAccount Account => _reference.Account;

    /// <summary>Holds an account of the runspace.</summary>
    public static CommandAccount Hold(PaperspaceAccount account, CommandRequestLog? log) => new(account, isOwn: false, log);

    /// <summary>Makes an account for the command alone, and disconnects it at the end.</summary>
    public static CommandAccount Create(AccountSettings settings, CommandRequestLog? log) =>
        new(AccountFactory.Create(settings), isOwn: true, log);

    /// <summary>Returns the client, with the request log of the command. The first call may ask the API, on the thread of the
    /// pipeline.</summary>
    public IPaperspaceClient GetClient(CancellationToken cancellationToken) => _client ??=
        Task.Run(() => _reference.CreateClientAsync(_log, cancellationToken), cancellationToken).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void Dispose()
    {
        _client?.Dispose();
        _reference.Dispose();
        _own?.Dispose();
    }
}
