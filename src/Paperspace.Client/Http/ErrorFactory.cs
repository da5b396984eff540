namespace Paperspace.Client;

/// <summary>Creates exceptions for failed requests, with method, path and status but without secrets.</summary>
internal sealed class ErrorFactory
{
    private const string MayBeDone = "The request may have been carried out.";

    private readonly IApiProtocol _protocol;
    private readonly PaperspaceClientOptions _options;
    private readonly string _host;
    private readonly string _basePath;
    private volatile bool _isKeyAccepted;

    public ErrorFactory(IApiProtocol protocol, PaperspaceClientOptions options)
    {
        _protocol = protocol;
        _options = options;
        _host = options.BaseUri.Authority;
        _basePath = options.BaseUri.AbsolutePath.TrimEnd('/');
    }

    /// <summary>Gets advice about a rejected key, which may belong to the other API.</summary>
    public string KeyHint => _isKeyAccepted
        ? $"The {_protocol.Version} API no longer accepts the key, which may have expired or been deleted."
        : _options.IsUnknownToOtherApi
        ? $"Neither the {_protocol.Version} API nor the {OtherApi} API accepts the key."
        : $"The {_protocol.Version} API rejected the key. For a {OtherApi} key, connect with ApiVersion {OtherApi}.";

    private PaperspaceApiVersion OtherApi => _protocol.Version == default ? PaperspaceApiVersion.V1 : default;

    /// <summary>
    /// Records that the API accepted a request, and so the key. The session request proves nothing: an unknown key gets
    /// 200 with null.
    /// </summary>
    public void OnAccepted(ApiRequest request) => _isKeyAccepted |= request.Path != V1AccountClient.SessionPath;

    /// <summary>Returns a request's path, including that of the base address, for messages.</summary>
    public string GetPath(ApiRequest request) => $"{_basePath}/{request.Path}";

    /// <summary>Creates the exception for an error response.</summary>
    public PaperspaceException FromResponse(ApiRequest request, ApiResponse response, SecretRedactor redactor)
    {
        if (response.Status is >= 300 and < 400) return FromRedirect(request, response, redactor);
        var error = _protocol.ParseError(request, response);
        var apiMessage = error.Message is { } message ? NullIfEmpty(ErrorTextFormatter.Format(redactor.Redact(message))) : null;
        var reason = GetReason(request, error, response.Status);
        var description = apiMessage is null
            ? DescribeBody(response, reason, error, redactor)
            : ErrorTextFormatter.ToSentence(apiMessage);
        var now = _options.TimeProvider.GetUtcNow();
        var retryAfter = response.RetryAfter(now);
        var hint = (error.Hint is null ? "" : $" {error.Hint}") + DescribeRetryAfter(retryAfter, now);
        var keyHint = reason == PaperspaceErrorReason.InvalidApiKey ? $"{KeyHint} " : "";
        var isRejection = error.IsBlocked
            || (error.IsRecognized && error.Status is >= 400 and < 500 && reason != PaperspaceErrorReason.RequestTimeout);
        var outcome = reason is PaperspaceErrorReason.TooManyRequests or PaperspaceErrorReason.ProxyAuthenticationRequired
            ? RequestOutcome.NotProcessed
            : request.IsRead || isRejection ? RequestOutcome.Refused
            : RequestOutcome.Unknown;
        var failure = new PaperspaceException(
            reason,
            $"{keyHint}Paperspace responded with {response.Status} to {Describe(request)}: "
                + $"{description}{hint}")
        {
            Status = response.Status,
            ApiMessage = apiMessage,
            Method = request.MethodName,
            Path = GetPath(request),
            ResponseBody = response.TextOrNull,
            RetryAfter = retryAfter,
            IsTransient = error.IsTemporary || IsTransient(reason, response.Status),
            Outcome = outcome,
            IsNonApiResponse = !error.IsRecognized,
            Parameters = error.Parameters,
        };
        // A proxy's page proves nothing about the request, regardless of its status.
        return outcome == RequestOutcome.Unknown && (request.RetrySafety != RetrySafety.Idempotent || IsMisleading(failure))
            ? failure.With(PaperspaceErrorReason.OutcomeUnknown, failure.Message, outcome, redactor.WithoutSecret(failure))
            : failure;
    }

    /// <summary>Creates the exception for a request without a complete response.</summary>
    /// <param name="timedOut">Whether the request timed out.</param>
    /// <param name="redactor">Redacts the error's message.</param>
    public PaperspaceException FromTransport(ApiRequest request, Exception failure, bool timedOut, SecretRedactor redactor)
    {
        var description = Describe(request);
        var cause = ErrorTextFormatter.Format(redactor.Redact(TransportErrorClassifier.Cause(failure)));
        var isRejectedByProxy = !timedOut && TransportErrorClassifier.IsProxyAuthenticationRequired(failure);
        var isUnsent = isRejectedByProxy || (!timedOut && TransportErrorClassifier.IsNotConnected(failure));
        var (reason, message) = failure switch
        {
            _ when timedOut => (
                PaperspaceErrorReason.RequestTimeout,
                FormattableString.Invariant(
                    $"{_host} did not complete its response to {description} within {_options.RequestTimeout.TotalSeconds:0.#} s.")),
            _ when isRejectedByProxy => (
                PaperspaceErrorReason.ProxyAuthenticationRequired,
                $"The proxy for {_host} requires authentication for {description} (407), and rejected "
                 + (
                  _options.ProxyCredential is null && !_options.UsesDefaultProxyCredentials
                   ? "the credentials in its address, if any."
                   : "the specified credentials.")),
            _ when isUnsent => (PaperspaceErrorReason.HostUnreachable, $"{_host} cannot be reached: {cause}"),
            _ when TransportErrorClassifier.IsBroken(failure) => (
                PaperspaceErrorReason.HostUnreachable,
                $"The connection to {_host} broke during {description}: {cause}"),
            _ => (PaperspaceErrorReason.InvalidResponse, $"The response to {description} cannot be read: {cause}"),
        };
        var error = new PaperspaceException(reason, message, redactor.WithoutSecret(failure))
        {
            Method = request.MethodName,
            Path = GetPath(request),
            IsTransient = IsTransient(reason, null),
            Outcome = isUnsent ? RequestOutcome.NotProcessed : request.IsRead ? RequestOutcome.Refused : RequestOutcome.Unknown,
            IsNonApiResponse = reason == PaperspaceErrorReason.InvalidResponse,
        };
        return error.Outcome == RequestOutcome.Unknown && request.RetrySafety != RetrySafety.Idempotent
            ? error.With(PaperspaceErrorReason.OutcomeUnknown, error.Message, error.Outcome, redactor.WithoutSecret(error))
            : error;
    }

    /// <summary>Creates the exception for a successful response whose body cannot be read.</summary>
    /// <remarks>The reader's exception is not included: it quotes the body, which may contain a secret.</remarks>
    public PaperspaceException FromUnreadableBody(ApiRequest request, ApiResponse response, string problem, SecretRedactor redactor)
    {
        var isWebPage = ErrorTextFormatter.IsWebPage(response.Text);
        var cause = response.Body.IsBlank ? "it has no body."
            : isWebPage ? "it is a web page, not JSON."
            : ErrorTextFormatter.Format(redactor.Redact(problem));
        var message = $"The response to {Describe(request)} (status {response.Status}) cannot be read: {cause}";
        var isIdempotent = request.RetrySafety == RetrySafety.Idempotent;
        return new PaperspaceException(
            isIdempotent ? PaperspaceErrorReason.InvalidResponse : PaperspaceErrorReason.OutcomeUnknown,
            request.IsRead ? message
                : isIdempotent || isWebPage ? $"{ErrorTextFormatter.ToSentence(message)} {MayBeDone}"
                : $"{message} The request was accepted.")
        {
            Status = response.Status,
            Method = request.MethodName,
            Path = GetPath(request),
            ResponseBody = response.TextOrNull,
            Outcome = request.IsRead ? RequestOutcome.Refused : RequestOutcome.Unknown,
            IsNonApiResponse = true,
        };
    }

    /// <summary>Returns the final error of a request: that of the last attempt, with what may have been carried out.</summary>
    /// <param name="mayBeDone">Whether an earlier attempt may have been carried out.</param>
    public static PaperspaceException Conclude(
        ApiRequest request, PaperspaceException failure, bool mayBeDone, SecretRedactor redactor)
    {
        if (request.IsRead || (!mayBeDone && failure.Outcome != RequestOutcome.Unknown)) return failure;
        var isMisleading = failure.Outcome != RequestOutcome.Unknown && failure.IsNonApiResponse;
        return failure.With(
            isMisleading ? PaperspaceErrorReason.OutcomeUnknown : failure.Reason,
            $"{ErrorTextFormatter.ToSentence(failure.Message)} {MayBeDone}",
            RequestOutcome.Unknown,
            isMisleading ? redactor.WithoutSecret(failure) : failure.InnerException);
    }

    /// <summary>Describes when the API asks to try again, if that is too late for a retry.</summary>
    private static string DescribeRetryAfter(TimeSpan? retryAfter, DateTimeOffset now)
    {
        if (retryAfter is not { } delay || delay < ApiConnection.MaxRetryTime) return "";
        return delay < DateTimeOffset.MaxValue - now
            ? FormattableString.Invariant($" The API asks to try again after {now + delay:yyyy-MM-dd HH:mm:ss}Z.")
            : " The API asks not to try again.";
    }

    /// <summary>Returns whether a page that is not the API's would make the request look rejected.</summary>
    private static bool IsMisleading(PaperspaceException failure) =>
        failure.IsNonApiResponse && failure.Reason is not (PaperspaceErrorReason.ServerError or PaperspaceErrorReason.RequestTimeout);

    private static bool IsTransient(PaperspaceErrorReason reason, int? status) =>
        reason is PaperspaceErrorReason.TooManyRequests or PaperspaceErrorReason.HostUnreachable or PaperspaceErrorReason.RequestTimeout
        || (reason == PaperspaceErrorReason.ServerError && status is not 501);

    private static PaperspaceErrorReason GetReason(ApiRequest request, ApiError error, int httpStatus)
    {
        if (error.Reason is { } reason) return reason;
        return error.Status switch
        {
            401 => PaperspaceErrorReason.InvalidApiKey,
            403 => PaperspaceErrorReason.AccessDenied,
            404 => error.IsRecognized ? request.NotFoundReason : PaperspaceErrorReason.NotFound,
            410 when !error.IsRecognized => PaperspaceErrorReason.NotFound,
            429 => PaperspaceErrorReason.TooManyRequests,
            >= 500 => PaperspaceErrorReason.ServerError,
            _ when httpStatus == 407 => PaperspaceErrorReason.ProxyAuthenticationRequired,
            _ => PaperspaceErrorReason.RequestRejected,
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private string Describe(ApiRequest request) => $"{request.MethodName} {GetPath(request)}";

    private string DescribeBody(ApiResponse response, PaperspaceErrorReason reason, ApiError error, SecretRedactor redactor)
    {
        if (response.Body.IsBlank) return "the response has no body.";
        if (!ErrorTextFormatter.IsWebPage(response.Text)) return ErrorTextFormatter.ToSentence(ErrorTextFormatter.Format(response.Text));
        var title = ErrorTextFormatter.FindTitle(response.Text) is { } found ? redactor.Redact(found) : null;
        var isNotServed = reason == PaperspaceErrorReason.NotFound && !error.IsRecognized;
        return $"the response is a web page{(title is null ? "" : $" ('{title}')")}, not one of the API's"
            + (isNotServed ? $": {_host} does not serve the API at this path." : ".");
    }

    private PaperspaceException FromRedirect(ApiRequest request, ApiResponse response, SecretRedactor redactor) =>
        new(
            PaperspaceErrorReason.RedirectRefused,
            $"{Describe(request)} was redirected ({response.Status}) to {DescribeTarget(response, redactor)}. Redirects are not followed, "
                + "so that the key stays with the configured host.")
        {
            Status = response.Status,
            Method = request.MethodName,
            Path = GetPath(request),
            ResponseBody = response.TextOrNull,
        };

    private static string DescribeTarget(ApiResponse response, SecretRedactor redactor)
    {
        if (response.Location is not { } location) return "no location";
        var origin = location.GetLeftPart(UriPartial.Authority);
        return origin == response.RequestUri?.GetLeftPart(UriPartial.Authority)
            ? "another path of the same host"
            : ErrorTextFormatter.Format(
                redactor.Redact(new UriBuilder(location.Scheme, location.Host, location.Port).Uri.GetLeftPart(UriPartial.Authority)));
    }
}
