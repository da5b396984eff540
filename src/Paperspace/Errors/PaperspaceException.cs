namespace Paperspace;

/// <summary>Represents every error of the client, with the details of the API's response.</summary>
public sealed class PaperspaceException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="reason">The cause.</param>
    /// <param name="message">A complete sentence that describes the error. Control characters are removed, so it may
    /// quote the API.</param>
    /// <param name="inner">The original exception; null if there is none.</param>
    public PaperspaceException(PaperspaceErrorReason reason, string message, Exception? inner = null)
        : base(TerminalText.SanitizeLines(message), inner)
    {
        Reason = reason;
    }

    /// <summary>Gets the cause of the error.</summary>
    public PaperspaceErrorReason Reason { get; }

    /// <summary>Gets the HTTP status code; null if there was no response.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the API's own message; null if the response had none.</summary>
    public string? ApiMessage { get; init; }

    /// <summary>Gets the request's HTTP method; null if nothing was sent.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the request's path, without the query; null if nothing was sent.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the beginning of the response body as a string; null if there was none.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>Gets the time that the API asks to wait before the next attempt; null if it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets whether the same request may succeed later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets the known effect of the request.</summary>
    public RequestOutcome Outcome { get; init; }

    /// <summary>Gets whether the request was certainly not processed: it was not sent, or the API rejected it unread.</summary>
    public bool WasNotProcessed => Outcome == RequestOutcome.NotProcessed;

    /// <summary>Gets whether the response is not the API's, such as a proxy's page. It then proves nothing about the resource.</summary>
    internal bool IsNonApiResponse { get; init; }

    /// <summary>Gets the names of the invalid parameters or properties.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Gets the machine as last read; null if the error is not about a machine, or if it was never read.</summary>
    public Machine? Machine { get; init; }

    /// <summary>Gets the exit code of a command on a machine; null for other errors.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Returns a copy of this error with another message.</summary>
    public PaperspaceException WithMessage(string message) => With(Reason, message);

    /// <summary>Returns a copy of this error with another reason and message.</summary>
    public PaperspaceException With(PaperspaceErrorReason reason, string message) => With(reason, message, Outcome, this);

    internal PaperspaceException With(PaperspaceErrorReason reason, string message, RequestOutcome outcome, Exception? inner) =>
        new(reason, message, inner)
        {
            Status = Status,
            ApiMessage = ApiMessage,
            Method = Method,
            Path = Path,
            ResponseBody = ResponseBody,
            RetryAfter = RetryAfter,
            IsTransient = IsTransient,
            Outcome = outcome,
            IsNonApiResponse = IsNonApiResponse,
            Parameters = Parameters,
            Machine = Machine,
            ExitCode = ExitCode,
        };

    /// <summary>Creates the error for a feature that the API does not have; nothing was sent.</summary>
    public static PaperspaceException NotSupported(string message, params string[] parameters) =>
        new(PaperspaceErrorReason.NotSupported, message) { Parameters = parameters };

    /// <summary>Creates the error for a request that breaks a rule; nothing was sent.</summary>
    public static PaperspaceException InvalidRequest(string message, params string[] parameters) =>
        new(PaperspaceErrorReason.InvalidRequest, message) { Parameters = parameters };
}
