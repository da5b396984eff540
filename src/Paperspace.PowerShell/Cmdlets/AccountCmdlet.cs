using System.Collections.Concurrent;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that use an account: several requests in flight, each of which fails on its own.</summary>
public abstract class AccountCmdlet : PaperspaceCmdlet
{
    private AccountReference? _account;
    private readonly ChangeTracker _changes = new();
    private OperationRunner? _runner;
    private SelectionParameters? _selection;
    private IPaperspaceClient? _client;
    private CancellationToken _stopping;
    private readonly ConcurrentQueue<string> _lastMessages = new();
    private readonly ConcurrentQueue<string> _listWarnings = new();
    private readonly HashSet<string> _writtenListWarnings = new(StringComparer.Ordinal);

    /// <summary>Gets or sets the account to use, by its name or as an object; the default one without it.</summary>
    [Parameter]
    [AccountIdentityTransformation]
    [ArgumentCompleter(typeof(AccountCompleter))]
    public AccountIdentity? Account { get; set; }

    /// <summary>Gets or sets a key for this command alone.</summary>
    [Parameter]
    [ApiKeyTransformation]
    public ApiKey? ApiKey { get; set; }

    /// <summary>Gets or sets the base address of the API for this command alone.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public Uri? BaseUri { get; set; }

    /// <summary>Gets or sets the API that the key is for, for this command alone; without it, what the base address or the API itself
    /// tells.</summary>
    [Parameter]
    public PaperspaceApiVersion? ApiVersion { get; set; }

    /// <summary>Gets or sets how many requests are in flight at once; 1 keeps the order strictly.</summary>
    [Parameter]
    [NumberTransformation(IsRequired = true)]
    [ValidateRange(1, OperationRunner.MaxLimit)]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public int ThrottleLimit { get; set; } = OperationRunner.DefaultLimit;

    /// <summary>Gets the account's client, with the request log of this command.</summary>
    protected internal IPaperspaceClient Client
    {
        get
        {
            if (_client is not null) return _client;
            var account = Held;
            return _client = Task.Run(() => account.GetClientAsync(_stopping), _stopping).GetAwaiter().GetResult();
        }
    }

    /// <summary>Gets the name of the account.</summary>
    private protected string AccountName => Held.Account.Name;

    /// <summary>Gets whether the account is simulated in this process.</summary>
    private protected bool IsSimulated => Held.Account.IsSimulated;

    /// <summary>Gets a token that is cancelled once the command is interrupted.</summary>
    internal CancellationToken Ending => _changes.Closed;

    private OperationRunner Runner => _runner ??= new OperationRunner(ThrottleLimit);

    private AccountReference Held => _account ??= OpenAccount();

    private bool IsOwnAccount => ApiKey is not null || BaseUri is not null || ApiVersion is not null;

    /// <summary>Gets whether each object of the pipeline is finished before the next one is taken.</summary>
    private protected bool IsSequential => ThrottleLimit == 1;

    /// <summary>Begins a request as soon as there is a free place for it.</summary>
    /// <param name="send">Sends it, off the pipeline thread.</param>
    /// <param name="target">What it concerns, for its error.</param>
    /// <param name="complete">Takes its result, on the pipeline thread.</param>
    /// <param name="cancellationToken">Cancels the wait for a place.</param>
    protected internal Task SubmitAsync<T>(
        Func<IPaperspaceClient, CancellationToken, Task<T>> send, object target, Action<T> complete, CancellationToken cancellationToken) =>
        SubmitAsync(send, target, sent => Complete(sent, target, complete), cancellationToken);

    /// <summary>Begins a request that changes something, as soon as there is a free place for it. Whatever ends the command, what may have
    /// been carried out is told.</summary>
    /// <param name="action">The action, as <c>-WhatIf</c> shows it.</param>
    /// <param name="send">Sends it with <see cref="PendingChange.SendAsync"/>, off the pipeline thread.</param>
    /// <param name="target">What it concerns, for its error.</param>
    /// <param name="description">What it concerns, in words.</param>
    /// <param name="complete">Takes its result, on the pipeline thread.</param>
    /// <param name="cancellationToken">Cancels the wait for a place.</param>
    private protected Task SubmitChangeAsync<T>(
        string action,
        Func<IPaperspaceClient, PendingChange, CancellationToken, Task<T>> send,
        object target,
        string description,
        Action<T, PendingChange> complete,
        CancellationToken cancellationToken)
    {
        var change = new PendingChange(_changes, action, description);
        return SubmitAsync(
            (client, token) => send(client, change, token),
            target,
            sent => Complete(sent, target, complete, change),
            cancellationToken);
    }

    /// <summary>Creates a change for a caller that sends and reports it.</summary>
    /// <param name="action">The action.</param>
    /// <param name="description">What it concerns, in words.</param>
    internal PendingChange CreateChange(string action, string description) => new(_changes, action, description);

    /// <summary>Sends a request as soon as there is a free place for it, for a caller that awaits its result.</summary>
    /// <param name="send">Sends it, off the pipeline thread.</param>
    /// <param name="cancellationToken">Cancels the wait for a place; a request in flight is cancelled when the command has ended.</param>
    internal Task<T> SendAsync<T>(Func<IPaperspaceClient, CancellationToken, Task<T>> send, CancellationToken cancellationToken)
    {
        var client = Client;
        return Runner.SendAsync(token => send(client, token), cancellationToken);
    }

    /// <summary>Takes from the parameters of one object of the pipeline what it is processed with.</summary>
    /// <returns>Whether it can be processed; errors have been written otherwise.</returns>
    protected virtual bool PrepareRecord() => true;

    /// <summary>Looks up what the parameters name, before anything is asked or sent; and takes from them what the object of the pipeline is
    /// processed with.</summary>
    /// <returns>Whether it can be processed; errors have been written otherwise.</returns>
    protected virtual Task<bool> PrepareRecordAsync(CancellationToken cancellationToken) => Task.FromResult(PrepareRecord());

    /// <inheritdoc/>
    private protected sealed override async Task ProcessRecordAsync(CancellationToken cancellationToken)
    {
        var failures = new List<KeyValuePair<object, PaperspaceException>>();
        var selects = (_selection ??= new SelectionParameters(this)).RemoveFailures(FindForeign, failures);
        foreach (var failure in failures)
            WriteFailure(failure.Value, failure.Key);
        if (selects && await PrepareRecordAsync(cancellationToken)) await ProcessAsync(cancellationToken);
        WriteListWarnings();
    }

    /// <summary>Holds the account, so that the command keeps it to its end.</summary>
    private protected sealed override Task BeginCommandAsync(CancellationToken cancellationToken)
    {
        _stopping = cancellationToken;
        PipelineParameter.RequireUnbound(this);
        try
        {
            _ = Held;
        }
        catch (PaperspaceException) when (Account is null && !IsOwnAccount)
        {
            // A command without input needs no account; the first use reports why there is none.
        }

        return BeginAsync(cancellationToken);
    }

    /// <inheritdoc/>
    private protected sealed override void OnWriting(object? value)
    {
        if (value is Resource resource) resource.Owner = _account?.Account;
    }

    /// <summary>Says of a failure what the account has instead.</summary>
    internal Task<PaperspaceException> EnrichAsync(PaperspaceException failure, object target, CancellationToken cancellationToken) =>
        ErrorEnricher.EnrichAsync(Held.Account, Client, failure, target, cancellationToken);

    /// <summary>Does what is left once all requests have ended: for each object with a throttle limit of 1, else at the end of the
    /// command.</summary>
    protected virtual Task FinishAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Does what has to be done even when the command ends early, such as stopping a machine. Its changes are reported with the
    /// others; it limits its own time.</summary>
    private protected virtual Task CleanUpAsync() => Task.CompletedTask;

    /// <summary>Does what depends on how the changes of an interrupted command ended. It cannot begin further ones.</summary>
    private protected virtual Task ConcludeInterruptionAsync(IReadOnlyList<PendingChange> unreported) => Task.CompletedTask;

    /// <summary>Adds a sentence to the last message of an interrupted command, from any thread.</summary>
    internal void AddLastMessage(string text) => _lastMessages.Enqueue(text);

    /// <summary>Adds a warning about a list in which names are looked up, from any thread.</summary>
    internal void AddListWarning(string warning) => _listWarnings.Enqueue(warning);

    /// <summary>Writes the warnings about lists, each once, on the pipeline thread.</summary>
    internal void WriteListWarnings()
    {
        while (_listWarnings.TryDequeue(out var warning))
            if (_writtenListWarnings.Add(warning))
                WriteWarning(warning);
    }

    /// <summary>Completes what is still in flight.</summary>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        await DrainAsync(cancellationToken);
        WriteListWarnings();
        await FinishAsync(cancellationToken);
    }

    /// <summary>Completes the requests in flight.</summary>
    private protected Task DrainAsync(CancellationToken cancellationToken) => _runner?.DrainAsync(cancellationToken) ?? Task.CompletedTask;

    /// <inheritdoc/>
    private protected sealed override async Task<string?> OnInterruptedAsync(Exception? cause, bool hasLastMessage, CancellationToken stopping)
    {
        if (cause is TerminatingMessageException { Change: { } reported }) reported.MarkReported();
        await CleanUpAsync();
        var reporter = new InterruptionReporter(this, _runner, _changes);
        await reporter.EndRequestsAsync(takesObjects: hasLastMessage, stopping);
        await ConcludeInterruptionAsync(_changes.FindUnreported());
        foreach (var message in _lastMessages) reporter.Add(message);
        return reporter.Report(Describe(cause, stopping.IsCancellationRequested), _account?.Account, hasLastMessage);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _runner?.Dispose();
            _account?.Dispose();
            _changes.Dispose();
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

    private static string? Describe(Exception? cause, bool isStopped) => cause switch
    {
        _ when isStopped => null,
        TerminatingMessageException { Error.TargetObject: { } target } => $"the error of {TerminalText.Sanitize(target.ToString())}",
        TerminatingMessageException { Error: null } => "a warning",
        TerminatingMessageException or PaperspaceException => "an error",
        _ => null,
    };

    private async Task SubmitAsync<T>(
        Func<IPaperspaceClient, CancellationToken, Task<T>> send,
        object target,
        Action<Task<T>> complete,
        CancellationToken cancellationToken)
    {
        var (account, client) = (Held.Account, Client);
        await Runner.SubmitAsync(token => SendAsync(account, client, send, target, token), complete, cancellationToken);
        if (!IsSequential) return;
        await Runner.DrainAsync(cancellationToken);
        await FinishAsync(cancellationToken);
    }

    private void Complete<T>(Task<T> sent, object target, Action<T> complete)
    {
        try
        {
            complete(sent.GetAwaiter().GetResult());
        }
        // An action that the API does not have is reported once, for all.
        catch (PaperspaceException failure) when (failure.Reason != PaperspaceErrorReason.NotSupported)
        {
            WriteListWarnings();
            WriteFailure(failure, target);
        }
    }

    private void Complete<T>(Task<T> sent, object target, Action<T, PendingChange> complete, PendingChange change)
    {
        T result;
        try
        {
            result = sent.GetAwaiter().GetResult();
        }
        catch (PaperspaceException failure)
        {
            WriteListWarnings();
            WriteFailure(failure, target, change);
            return;
        }

        ReportWith(change, () => complete(result, change));
    }

    /// <summary>Returns why an object of another account cannot be used. A command without an account of its own uses that of the first
    /// object.</summary>
    private PaperspaceException? FindForeign(object? item)
    {
        if (item is not ResourceIdentity { Owner: { } owner } identity) return null;
        if (Account is null && !IsOwnAccount && _client is null && !owner.IsDisconnected && _account?.Account.IsSameAs(owner) != true)
        {
            _account?.Dispose();
            _account = owner.Open(CommandRequestLog.CreateFor(this));
        }

        if (Held.Account.IsSameAs(owner)) return null;
        var (from, used) = (TerminalText.Sanitize(owner.Name), TerminalText.Sanitize(Held.Account.Name));
        return PaperspaceException.InvalidRequest(
            owner.IsDisconnected
                ? $"{identity} is from the account '{from}', which was disconnected. Read it again from the account '{used}'."
                : $"{identity} is from the account '{from}', but this command uses '{used}'. Use -Account '{from}'.",
            nameof(Account));
    }

    private AccountReference OpenAccount()
    {
        var registry = AccountRegistry.Current;
        if (Account is not null && IsOwnAccount)
            throw PaperspaceException.InvalidRequest(
                "-Account names a connected account; -ApiKey, -BaseUri and -ApiVersion make one for this command. Use one or the other.",
                nameof(Account), nameof(ApiKey), nameof(BaseUri), nameof(ApiVersion));
        var log = CommandRequestLog.CreateFor(this);
        if (Account is not null) return Account.Resolve(registry, nameof(Account)).Open(log);
        if (!IsOwnAccount) return registry.GetDefault().Open(log);
        // The reference keeps the account of this command alone open.
        using var account = AccountFactory.Create(
            AccountResolver.Find(new AccountRequest { Name = "command", Key = ApiKey, BaseUri = BaseUri, ApiVersion = ApiVersion }));
        return account.Open(log);
    }
}
