using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>A cmdlet that talks to an account: the one it is given, the runspace's default, or that of the environment. It keeps
/// several requests in flight, and what one of them fails with concerns that one alone.</summary>
public abstract class AccountCmdlet : PaperspaceCmdlet
{
    private PaperspaceAccount? _own;
    private Fanout? _fanout;
    private IPaperspaceClient? _client;
    private bool _isDebug;

    /// <summary>The account to use: its name, or the account itself. Without it the default account is used.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public AccountIdentity? Account { get; set; }

    /// <summary>A key to use for this command alone.</summary>
    [Parameter]
    [ApiKeyTransformation]
    public ApiKey? ApiKey { get; set; }

    /// <summary>The host of the API to use for this command alone.</summary>
    [Parameter]
    public Uri? BaseUri { get; set; }

    /// <summary>How many requests are in flight at once; 1 keeps the order strictly.</summary>
    [Parameter]
    [ValidateRange(1, ThrottleLimits.Most)]
    public int ThrottleLimit { get; set; } = ThrottleLimits.Default;

    /// <summary>The account's client.</summary>
    protected IPaperspaceClient Client => _client ??= OpenClient();

    /// <summary>Begins a request as soon as there is a free place for it.</summary>
    /// <param name="send">Sends it, off the pipeline thread.</param>
    /// <param name="target">What it concerns, for its error.</param>
    /// <param name="give">Takes its result, on the pipeline thread.</param>
    /// <param name="cancellationToken">Gives up waiting for a place.</param>
    protected async Task SubmitAsync<T>(
        Func<IPaperspaceClient, CancellationToken, Task<T>> send, object target, Action<T> give, CancellationToken cancellationToken)
    {
        var client = Client;
        _fanout ??= new Fanout(ThrottleLimit);
        await _fanout.AddAsync(
            token => SendAsync(client, send, target, token), sent => Handle(sent, target, give), sent => Settle(sent, target, give), cancellationToken);
    }

    /// <summary>Handles what is still in flight.</summary>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_fanout is not null) await _fanout.DrainAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _fanout?.Dispose();
            if (_client is not null) _client.Traffic -= NoteTraffic;
            _own?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async Task<T> SendAsync<T>(
        IPaperspaceClient client, Func<IPaperspaceClient, CancellationToken, Task<T>> send, object target, CancellationToken cancellationToken)
    {
        try
        {
            return await send(client, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
        {
            throw await FailureHints.AddAsync(client, failure, target, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Handle<T>(Task<T> sent, object target, Action<T> give)
    {
        try
        {
            give(sent.GetAwaiter().GetResult());
        }
        catch (PaperspaceException failure)
        {
            WriteFailure(failure, target);
        }
    }

    /// <summary>An error of another request has ended the command, and errors can be written no more.</summary>
    private void Settle<T>(Task<T> sent, object target, Action<T> give)
    {
        try
        {
            give(sent.GetAwaiter().GetResult());
            WriteWarning($"{target}: the request was under way when the error of another ended the command, and was accepted.");
        }
        catch (PaperspaceException failure)
        {
            WriteWarning($"{target}: the request was under way when the error of another ended the command, and failed: {failure.Message}");
        }
    }

    private IPaperspaceClient OpenClient()
    {
        var client = ResolveAccount().GetClient();
        _isDebug = this.IsAsked("Debug", "DebugPreference");
        if (_isDebug || this.IsAsked("Verbose", "VerbosePreference")) client.Traffic += NoteTraffic;
        return client;
    }

    private PaperspaceAccount ResolveAccount()
    {
        var store = AccountStore.Current;
        if (Account is not null && (ApiKey is not null || BaseUri is not null))
            throw PaperspaceException.InvalidRequest(
                "-Account names a connected account; -ApiKey and -BaseUri make one for this command. Use one or the other.", "Account", "ApiKey", "BaseUri");
        if (Account is not null) return Account.Resolve(store);
        if (ApiKey is not null || BaseUri is not null) return _own = AccountFactory.Create(AccountSources.Find(ApiKey, BaseUri, "command"));
        return store.Default ?? store.FromEnvironment(AccountSources.Find(null, null));
    }

    private void NoteTraffic(object? sender, TrafficEventArgs traffic)
    {
        var line = TrafficText.Line(traffic);
        Post(() => WriteVerbose(line));
        if (!_isDebug || traffic.RetryDelay is not null) return;
        var detail = TrafficText.Detail(traffic);
        Post(() => WriteDebug(detail));
    }
}
