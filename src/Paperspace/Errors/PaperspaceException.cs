namespace Paperspace;

/// <summary>Represents any error of the client, with what the API said about it.</summary>
public sealed class PaperspaceException : Exception
{
    /// <summary>Creates an exception.</summary>
    /// <param name="reason">What went wrong.</param>
    /// <param name="message">What happened, in a sentence that needs no context. It may quote the API: it is sanitized here.</param>
    /// <param name="inner">What it came from.</param>
    public PaperspaceException(PaperspaceErrorReason reason, string message, Exception? inner = null)
        : base(TerminalText.SanitizeLines(message), inner)
    {
        Reason = reason;
    }

    /// <summary>Gets what went wrong.</summary>
    public PaperspaceErrorReason Reason { get; }

    /// <summary>Gets the HTTP status; null if no response came.</summary>
    public int? Status { get; init; }

    /// <summary>Gets the API's own message; null if it had none.</summary>
    public string? ApiMessage { get; init; }

    /// <summary>Gets the request's HTTP method; null if nothing was sent.</summary>
    public string? Method { get; init; }

    /// <summary>Gets the request's path, without the query; null if nothing was sent.</summary>
    public string? Path { get; init; }

    /// <summary>Gets the beginning of the response's body as text; null if it had none.</summary>
    public string? ResponseBody { get; init; }

    /// <summary>Gets how long the API asked to wait before the next try.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Gets whether the same request may succeed a little later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Gets what is known of the request's effect.</summary>
    public RequestOutcome Outcome { get; init; }

    /// <summary>Gets whether the request was certainly not processed: never sent, or rejected before the API looked at it.</summary>
    public bool WasNotProcessed => Outcome == RequestOutcome.NotProcessed;

    /// <summary>Gets whether the response was not the API's, such as a proxy's page: it says nothing about the resource.</summary>
    internal bool IsNonApiResponse { get; init; }

    /// <summary>Gets the parameters that a broken rule is about, by the API's names or the properties'.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>Gets the machine as last seen, where the error is about one and it was seen.</summary>
    public Machine? Machine { get; init; }

    /// <summary>Gets the exit code of a command on a machine; null if the error is about something else.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Returns the same error with another message.</summary>
    public PaperspaceException WithMessage(string message) => With(Reason, message);

    /// <summary>Returns the same error with another reason and message.</summary>
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

    /// <summary>Creates the exception for something that an API lacks; nothing was sent.</summary>
    public static PaperspaceException NotSupported(string message, params string[] parameters) =>
        new(PaperspaceErrorReason.NotSupported, message) { Parameters = parameters };

    /// <summary>Creates the error of a rule known before sending that was broken.</summary>
    public static PaperspaceException InvalidRequest(string message, params string[] parameters) =>
        new(PaperspaceErrorReason.InvalidRequest, message) { Parameters = parameters };
}
