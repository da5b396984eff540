using System.Net.Http;
using Polly;
using Polly.Retry;
using RestSharp;

namespace Paperspace.Client.Http;

/// <summary>Sends requests: the key, the time limits, the retries and the reports of them are here.</summary>
internal sealed class RestTransport : IDisposable
{
    private static readonly TimeSpan FirstRetryDelay = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LongestRetryDelay = TimeSpan.FromSeconds(20);

    private readonly PaperspaceClientOptions _options;
    private readonly IAnswerJudge _judge;
    private readonly object _sender;
    private readonly SecretMask _mask;
    private readonly RestClient _client;
    private readonly ResiliencePipeline<WireResponse> _retries;
    private volatile bool _disposed;

    /// <summary>Prepares to send; sends nothing.</summary>
    /// <param name="options">Where to and how, already checked.</param>
    /// <param name="judge">What understands this wire's errors.</param>
    /// <param name="sender">Whose traffic is reported.</param>
    public RestTransport(PaperspaceClientOptions options, IAnswerJudge judge, object sender)
    {
        _sender = sender;
        _options = options;
        _judge = judge;
        _mask = new SecretMask(options.ApiKey);
        _client = new RestClient(
            new HttpClient(options.Handler ?? HttpHandlers.Create(options.ConnectTimeout, useProxy: !options.BaseUri.IsLoopback), disposeHandler: true)
            {
                Timeout = Timeout.InfiniteTimeSpan,
            },
            new RestClientOptions(options.BaseUri)
            {
                RedirectOptions = { FollowRedirects = false },
                Timeout = Timeout.InfiniteTimeSpan,
                UserAgent = UserAgent,
                EncodeQuery = static (text, _) => Uri.EscapeDataString(text),
            },
            disposeHttpClient: true);
        _client.AddDefaultHeader("X-Api-Key", options.ApiKey);
        _retries = Retries(options);
    }

    /// <summary>What was sent and came back.</summary>
    public event EventHandler<TrafficEventArgs>? Traffic;

    private static string UserAgent { get; } = $"Paperspace-PowerShell/{typeof(RestTransport).Assembly.GetName().Version?.ToString(3)}";

    /// <summary>Sends a request and gives its answer, which is a success.</summary>
    /// <exception cref="PaperspaceException">There is no such answer.</exception>
    public async Task<WireResponse> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(continueOnCapturedContext: false, cancellationToken);
        context.Properties.Set(RetryState.Key, new RetryState(request, _options.TimeProvider.GetTimestamp()));
        try
        {
            return await _retries.ExecuteAsync(
                static async (context, transport) => await transport.TryOnceAsync(context.Properties.GetValue(RetryState.Key, null!), context.CancellationToken)
                    .ConfigureAwait(false),
                context,
                this).ConfigureAwait(false);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        _client.Dispose();
    }

    private ResiliencePipeline<WireResponse> Retries(PaperspaceClientOptions options)
    {
        if (options.MaximumRetryCount < 1) return ResiliencePipeline<WireResponse>.Empty;
        return new ResiliencePipelineBuilder<WireResponse> { TimeProvider = options.TimeProvider }
            .AddRetry(new RetryStrategyOptions<WireResponse>
            {
                MaxRetryAttempts = options.MaximumRetryCount,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = FirstRetryDelay,
                MaxDelay = LongestRetryDelay,
                ShouldHandle = arguments => new ValueTask<bool>(IsWorthRetrying(arguments)),
                DelayGenerator = static arguments => new ValueTask<TimeSpan?>((arguments.Outcome.Exception as PaperspaceException)?.RetryAfter),
                OnRetry = arguments =>
                {
                    var state = arguments.Context.Properties.GetValue(RetryState.Key, null!);
                    var failure = (PaperspaceException)arguments.Outcome.Exception!;
                    Report(state.Request, null, failure.Status, arguments.Duration, failure.Message, arguments.RetryDelay);
                    return default;
                },
            })
            .Build();
    }

    private bool IsWorthRetrying(RetryPredicateArguments<WireResponse> arguments)
    {
        if (arguments.Outcome.Exception is not PaperspaceException failure) return false;
        var state = arguments.Context.Properties.GetValue(RetryState.Key, null!);
        if (!state.Request.IsRepeatable) return false;
        var mayPass = failure.Reason is PaperspaceErrorReason.TooManyRequests or PaperspaceErrorReason.HostUnreachable
            || failure.Status is 502 or 503 or 504;
        if (!mayPass) return false;
        var elapsed = _options.TimeProvider.GetElapsedTime(state.Began);
        return elapsed + (failure.RetryAfter ?? TimeSpan.Zero) < _options.RetryTimeLimit;
    }

    private async Task<WireResponse> TryOnceAsync(RetryState state, CancellationToken cancellationToken)
    {
        var request = state.Request;
        cancellationToken.ThrowIfCancellationRequested();
        RequireUndisposed();
        using var limit = _options.TimeProvider.CreateCancellationTokenSource(_options.RequestTimeout);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        var reading = new WireInterceptor(request, _options.MaximumResponseBytes, _mask, either.Token);
        var began = _options.TimeProvider.GetTimestamp();
        Exception? failure;
        try
        {
            var answer = await _client.ExecuteAsync(ToRestRequest(request, reading), either.Token).ConfigureAwait(false);
            failure = reading.Response is null ? answer.ErrorException ?? new IOException("No answer came.") : null;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // An answer that was read is one, whatever happens to it in RestSharp.
            failure = reading.Response is null ? exception : null;
        }

        var elapsed = _options.TimeProvider.GetElapsedTime(began);
        if (failure is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            RequireUndisposed();
            var explained = Explain(request, failure, limit.IsCancellationRequested);
            Report(request, reading, null, elapsed, explained.Message, null);
            throw explained;
        }

        var response = reading.Response!;
        Report(request, reading, response.Status, elapsed, null, null);
        if (response.IsSuccess) return response;
        using (response)
        {
            var judged = _judge.Judge(request, response, _options.TimeProvider.GetUtcNow());
            throw !request.IsRepeatable && judged.Status is 502 or 503 or 504 ? OutcomeUnknown(request, judged.Message, judged) : judged;
        }
    }

    private void RequireUndisposed()
    {
        if (_disposed) throw new ObjectDisposedException(nameof(PaperspaceClient));
    }

    private static RestRequest ToRestRequest(WireRequest request, WireInterceptor reading)
    {
        var rest = new RestRequest(request.Path, request.Method)
        {
            CompletionOption = HttpCompletionOption.ResponseHeadersRead,
            AdvancedResponseWriter = WireInterceptor.TakeOver,
            Interceptors = [reading],
        };
        foreach (var field in request.Query) rest.AddQueryParameter(field.Key, field.Value);
        if (request.Body is not null) rest.AddStringBody(request.Body, ContentType.Json);
        return rest;
    }

    private PaperspaceException Explain(WireRequest request, Exception failure, bool timedOut)
    {
        var what = $"{request.MethodName} {request.DisplayPath}";
        var host = _options.BaseUri.Authority;
        var cause = ErrorText.Of(_mask.Apply(WireFailure.Cause(failure)));
        var notConnected = !timedOut && WireFailure.IsNotConnected(failure);
        var (reason, message) = failure switch
        {
            _ when timedOut => (
                PaperspaceErrorReason.RequestTimeout,
                $"No whole answer to {what} came from {host} within {_options.RequestTimeout.TotalSeconds:0.#} s."),
            _ when notConnected => (PaperspaceErrorReason.HostUnreachable, $"{host} cannot be reached: {cause}"),
            _ when WireFailure.IsBroken(failure) => (PaperspaceErrorReason.HostUnreachable, $"The connection to {host} broke during {what}: {cause}"),
            _ => (PaperspaceErrorReason.InvalidResponse, $"The answer to {what} cannot be read: {cause}"),
        };
        return request.IsRepeatable || notConnected
            ? Failure(reason, message, request, failure)
            : OutcomeUnknown(request, message, failure);
    }

    private PaperspaceException OutcomeUnknown(WireRequest request, string message, Exception inner) => Failure(
        PaperspaceErrorReason.OutcomeUnknown, $"{message.TrimEnd('.')}. Whether the request was carried out is not known.", request, inner);

    private PaperspaceException Failure(PaperspaceErrorReason reason, string message, WireRequest request, Exception inner)
    {
        var from = inner as PaperspaceException;
        return new PaperspaceException(reason, message, _mask.WithoutSecret(inner))
        {
            Method = request.MethodName,
            Path = request.DisplayPath,
            Status = from?.Status,
            ApiMessage = from?.ApiMessage,
            ResponseBody = from?.ResponseBody,
            RetryAfter = from?.RetryAfter,
        };
    }

    private void Report(
        WireRequest request, WireInterceptor? reading, int? status, TimeSpan elapsed, string? failure, TimeSpan? retryDelay)
    {
        if (Traffic is not { } watchers) return;
        var query = string.Join("&", request.Query.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        watchers(_sender, new TrafficEventArgs(() => Detail(request, reading))
        {
            Method = request.MethodName,
            PathAndQuery = _mask.Apply(query.Length == 0 ? request.DisplayPath : $"{request.DisplayPath}?{query}"),
            Status = status,
            Elapsed = elapsed,
            Failure = failure,
            RetryDelay = retryDelay,
        });
    }

    private TrafficDetail Detail(WireRequest request, WireInterceptor? reading) => new()
    {
        RequestHeaders = _mask.Apply(reading?.RequestHeaders ?? ""),
        RequestBody = request.Body is null ? null : _mask.Apply(request.Body),
        ResponseHeaders = reading?.Response is null ? null : _mask.Apply(reading.Response.HeaderLines()),
        ResponseBody = reading?.Response is null ? null : reading.Response.TextOrNull,
    };
}
