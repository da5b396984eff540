using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Base of the cmdlets that use an account: several requests in flight, and what one of them fails with concerns that one alone.</summary>
public abstract class AccountCmdlet : PaperspaceCmdlet
{
    private CommandAccount? _account;
    private ThrottledRequestQueue? _queue;
    private CancellationToken _stopping;

    /// <summary>The account to use, by its name or as an object; the default one without it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public AccountIdentity? Account { get; set; }

    /// <summary>A key for this command alone.</summary>
    [Parameter]
    [ApiKeyTransformation]
    public ApiKey? ApiKey { get; set; }

    /// <summary>The base address of the API for this command alone.</summary>
    [Parameter]
    public Uri? BaseUri { get; set; }

    /// <summary>The API that the key is for, for this command alone; without it, what the base address or the API itself tells.</summary>
    [Parameter]
    public PaperspaceApiVersion? ApiVersion { get; set; }

    /// <summary>How many requests are in flight at once; 1 keeps the order strictly.</summary>
    [Parameter]
    [ValidateRange(1, ThrottleLimits.Most)]
    public int ThrottleLimit { get; set; } = ThrottleLimits.Default;

    /// <summary>Gets the account's client, with the request log of this command.</summary>
    protected IPaperspaceClient Client => Held.GetClient(_stopping);

    private CommandAccount Held => _account ??= HoldAccount();

    private bool IsAccountGiven => IsBound(nameof(Account)) || IsOwnAccountGiven;

    private bool IsOwnAccountGiven => IsBound(nameof(ApiKey)) || IsBound(nameof(BaseUri)) || IsBound(nameof(ApiVersion));

    /// <summary>Begins a request as soon as there is a free place for it.</summary>
    /// <param name="send">Sends it, off the pipeline thread.</param>
    /// <param name="target">What it concerns, for its error.</param>
    /// <param name="complete">Takes its result, on the pipeline thread.</param>
    /// <param name="cancellationToken">Ends the waiting for a place.</param>
    protected async Task SubmitAsync<T>(
        Func<IPaperspaceClient, CancellationToken, Task<T>> send, object target, Action<T> complete, CancellationToken cancellationToken)
    {
        var (account, client) = (Held.Account, Client);
        _queue ??= new ThrottledRequestQueue(ThrottleLimit);
        await _queue.AddAsync(
            token => SendAsync(account, client, send, target, token),
            sent => Complete(sent, target, complete),
            sent => Drain(sent, target, complete),
            cancellationToken);
    }

    /// <summary>Holds the account, so that the command keeps it to its end.</summary>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        _stopping = cancellationToken;
        try
        {
            _ = Held;
        }
        catch (PaperspaceException) when (!IsAccountGiven)
        {
            // A command that gets nothing to do needs no account; the first that needs one tells why there is none.
        }

        return Task.CompletedTask;
    }

    /// <summary>Completes what is still in flight.</summary>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_queue is not null) await _queue.DrainAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _queue?.Dispose();
            _account?.Dispose();
        }

        base.Dispose(disposing);
    }

    private static async Task<T> SendAsync<T>(
        PaperspaceAccount account,
        IPaperspaceClient client,
        Func<IPaperspaceClient, CancellationToken, Task<T>> send,
        object target,
        CancellationToken cancellationToken)
    {
        try
        {
            return await send(client, cancellationToken).ConfigureAwait(false);
        }
        catch (PaperspaceException failure)
        {
            throw await ErrorEnricher.EnrichAsync(account, client, failure, target, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Complete<T>(Task<T> sent, object target, Action<T> complete)
    {
        try
        {
            complete(sent.GetAwaiter().GetResult());
        }
        catch (PaperspaceException failure)
        {
            WriteFailure(failure, target);
        }
    }

    private void Drain<T>(Task<T> sent, object target, Action<T> complete)
    {
        try
        {
            complete(sent.GetAwaiter().GetResult());
            WriteWarning($"{target}: the request was under way when the error of another ended the command, and was accepted.");
        }
        catch (PaperspaceException failure)
        {
            WriteWarning($"{target}: the request was under way when the error of another ended the command, and failed: {failure.Message}");
        }
    }

    private CommandAccount HoldAccount()
    {
        var log = CommandRequestLog.CreateFor(this);
        var registry = AccountRegistry.Current;
        if (IsBound(nameof(Account)) && IsOwnAccountGiven)
            throw PaperspaceException.InvalidRequest(
                "-Account names a connected account; -ApiKey, -BaseUri and -ApiVersion make one for this command. Use one or the other.",
                nameof(Account), nameof(ApiKey), nameof(BaseUri), nameof(ApiVersion));
        if (IsBound(nameof(Account))) return CommandAccount.Hold(AccountIdentity.Resolve(Account, registry, nameof(Account)), log);
        if (!IsOwnAccountGiven) return CommandAccount.Hold(registry.GetDefault(), log);
        foreach (var (name, value) in new (string, object?)[] { (nameof(ApiKey), ApiKey), (nameof(BaseUri), BaseUri), (nameof(ApiVersion), ApiVersion) })
            if (IsBound(name) && value is null)
                throw PaperspaceException.InvalidRequest($"-{name} was given nothing. Leave it out to use the connected account.", name);
        var request = new AccountRequest { Name = "command", Key = ApiKey, BaseUri = BaseUri, ApiVersion = ApiVersion };
        return CommandAccount.Create(AccountResolver.Find(request), log);
    }
}
