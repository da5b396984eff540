namespace Paperspace;

/// <summary>Specifies the known effect of a failed request.</summary>
public enum RequestOutcome
{
    /// <summary>The API rejected the request: nothing changed.</summary>
    Refused,

    /// <summary>The request was certainly not processed: it was not sent, or the API rejected it unread. It can be sent again.</summary>
    NotProcessed,

    /// <summary>The request may have been carried out: no response of the API proves the opposite.</summary>
    Unknown,
}
