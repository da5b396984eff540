namespace Paperspace;

/// <summary>Specifies what is known of the effect of a request that failed.</summary>
public enum RequestOutcome
{
    /// <summary>The API refused it: nothing changed.</summary>
    Refused,

    /// <summary>It was certainly not processed: never sent, or rejected before the API looked at it. It can be sent again.</summary>
    NotProcessed,

    /// <summary>It may have been carried out: no response of the API says that it was not.</summary>
    Unknown,
}
