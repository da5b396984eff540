using System.Collections.Concurrent;
using Newtonsoft.Json;

namespace Paperspace.Client;

/// <summary>Sends the requests of one client over a shared connection.</summary>
/// <remarks>Each attempt is logged and has its own time limit, which covers authentication, sending and the body.</remarks>
internal sealed class ApiConnection : IDisposable
{
    /// <summary>The maximum time for all attempts at a request, including the delays between them.</summary>
    public static readonly TimeSpan MaxRetryTime = TimeSpan.FromMinutes(2);

    private static readonly Backoff RetryBackoff = new(TimeSpan.FromMilliseconds(500), 2, TimeSpan.FromSeconds(20), Jitter: 0.5);

    private readonly HttpConnection _http;
    private readonly PaperspaceClientOptions _options;
    private readonly RequestLogger? _logger;
    private int _requests;
    private int _isDisposed;

    /// <summary>Adds a reference to the connection.</summary>
    /// <param name="http">The connection.</param>
    /// <param name="requestLog">Receives the requests of this client; null for none.</param>
    public ApiConnection(HttpConnection http, IRequestLog? requestLog)
    {
        _http = http.AddReference();
        _options = http.Options;
        _logger = requestLog is null ? null : new RequestLogger(requestLog, _options.TimeProvider);
    }

    /// <summary>Gets advice about a rejected key.</summary>
    public string KeyHint => _http.Errors.KeyHint;

    public PaperspaceClientOptions Options => _options;

    /// <summary>Gets the machines that the account's clients created recently, by id.</summary>
    public ConcurrentDictionary<string, NewMachine> CreatedMachines => _http.CreatedMachines;

    public TimeProvider Time => _options.TimeProvider;

    public DateTimeOffset Now => _options.TimeProvider.GetUtcNow();

    /// <summary>Waits on the clock, scaled by <see cref="PaperspaceClientOptions.PauseSpeed"/>.</summary>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        Time.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(delay.TotalMilliseconds / _options.PauseSpeed)), cancellationToken);

    /// <summary>Returns what decides, during a wait, whether a machine that is not found was deleted.</summary>
    public DeletionCheck NewDeletionCheck() => new(Time, _options.PauseSpeed);

    /// <summary>Returns the request with this name, which the account's clients share.</summary>
    public SharedRequest<T> GetSharedRequest<T>(string name, TimeSpan timeToLive) => _http.GetSharedRequest<T>(name, timeToLive);

    /// <summary>Sends a request and ignores the body of its response, unless it is a web page, which the API does not return.</summary>
    /// <exception cref="PaperspaceException">The API returned an error, or did not respond.</exception>
    public async Task SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await GetResponseAsync(request, cancellationToken).ConfigureAwait(false);
        if (ErrorTextFormatter.IsWebPage(response.Text)) throw _http.Errors.FromUnreadableBody(request, response, "", GetRedactor(request));
    }

    /// <summary>Sends a request and reads the JSON of its response.</summary>
    /// <param name="names">The expected field names; null for any.</param>
    /// <param name="read">Reads the value at the reader's position.</param>
    /// <exception cref="PaperspaceException">The API returned an error, or its response cannot be read.</exception>
    public async Task<T> SendAsync<T>(
        ApiRequest request, JsonNameTable? names, Func<JsonReader, T> read, CancellationToken cancellationToken)
    {
        using var response = await GetResponseAsync(request, cancellationToken).ConfigureAwait(false);
        request.ResponseReceived?.Invoke(response);
        return Read(request, response, names, read);
    }

    /// <summary>Sends a request and reads any JSON value from its response.</summary>
    /// <returns>The value; null if the response has no body.</returns>
    /// <exception cref="PaperspaceException">The API returned an error, or its response cannot be read.</exception>
    public async Task<object?> SendAnyAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        using var response = await GetResponseAsync(request, cancellationToken).ConfigureAwait(false);
        return response.Body.IsBlank ? null : Read(request, response, null, JsonValues.Any);
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _isDisposed, 1) == 0) _http.Release();
    }

    private T Read<T>(ApiRequest request, ApiResponse response, JsonNameTable? names, Func<JsonReader, T> read)
    {
        try
        {
            using var reader = JsonContext.Open(response.Body.OpenText(), names);
            JsonValues.ReadNext(reader);
            var result = read(reader);
            while (reader.Read())
                if (reader.TokenType != JsonToken.Comment)
                    throw new JsonReaderException("it continues after the end of the JSON.");
            return result;
        }
        catch (Exception exception) when (exception is JsonException or FormatException or OverflowException or ArgumentException)
        {
            throw _http.Errors.FromUnreadableBody(request, response, exception.Message, GetRedactor(request));
        }
    }

    private async Task<ApiResponse> GetResponseAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var attempt = new RequestAttempt(request, Interlocked.Increment(ref _requests), 1);
        var began = Time.GetTimestamp();
        var mayBeDone = false;
        for (; ; attempt = attempt with { Number = attempt.Number + 1 })
        {
            PaperspaceException failure;
            try
            {
                return await SendAttemptAsync(attempt, cancellationToken).ConfigureAwait(false);
            }
            catch (PaperspaceException exception)
            {
                failure = exception;
            }

            if (GetRetryDelay(attempt, failure, began) is not { } delay)
                throw ErrorFactory.Conclude(request, failure, mayBeDone, GetRedactor(request));
            mayBeDone |= failure.Outcome == RequestOutcome.Unknown;
            Log(attempt, null, failure.Status, TimeSpan.Zero, failure.Message, delay);
            await Time.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Returns the delay before the next attempt; null if there is none.</summary>
    private TimeSpan? GetRetryDelay(RequestAttempt attempt, PaperspaceException failure, long began)
    {
        if (attempt.Number > _options.MaximumRetryCount || !failure.IsTransient) return null;
        // A request that timed out has used up its time.
        if (failure.Reason == PaperspaceErrorReason.RequestTimeout) return null;
        if (attempt.Request.RetrySafety != RetrySafety.Idempotent && !failure.WasNotProcessed) return null;
        var delay = RetryBackoff.GetDelay(attempt.Number - 1);
        if (failure.RetryAfter > delay) delay = failure.RetryAfter.Value;
        // A sum could overflow; the difference cannot.
        return delay < MaxRetryTime - Time.GetElapsedTime(began) ? delay : null;
    }

    private async Task<ApiResponse> SendAttemptAsync(RequestAttempt attempt, CancellationToken cancellationToken)
    {
        var request = attempt.Request;
        cancellationToken.ThrowIfCancellationRequested();
        ThrowIfDisposed();
        var redactor = GetRedactor(request);
        using var timeout = Time.CreateCancellationTokenSource(_options.RequestTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        var reader = new ResponseReader(request, _options.MaximumResponseBytes, redactor, either.Token);
        var began = Time.GetTimestamp();
        var failure = await _http.ExecuteAsync(request, reader, either.Token).ConfigureAwait(false);
        var elapsed = Time.GetElapsedTime(began);
        if (failure is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            ThrowIfDisposed();
            var error = _http.Errors.FromTransport(request, failure, timeout.IsCancellationRequested, redactor);
            Log(attempt, reader, null, elapsed, error.Message);
            throw error;
        }

        var response = reader.Response!;
        Log(attempt, reader, response.Status, elapsed, null);
        if (response.IsSuccess)
        {
            _http.Errors.OnAccepted(request);
            return response;
        }

        using (response) throw _http.Errors.FromResponse(request, response, redactor);
    }

    private SecretRedactor GetRedactor(ApiRequest request) => _http.Redactor.With(request.Secrets);

    private void Log(
        RequestAttempt attempt, ResponseReader? reader, int? status, TimeSpan elapsed, string? failure, TimeSpan? retryDelay = null) =>
        _logger?.Write(
            attempt,
            _http.Errors.GetPath(attempt.Request),
            reader,
            GetRedactor(attempt.Request),
            status,
            elapsed,
            failure,
            retryDelay);

    private void ThrowIfDisposed()
    {
        if (Volatile.Read(ref _isDisposed) != 0) throw new ObjectDisposedException(nameof(PaperspaceClient));
    }
}
