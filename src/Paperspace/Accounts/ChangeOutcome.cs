namespace Paperspace;

/// <summary>Specifies the outcome of a request that changes something.</summary>
public enum ChangeOutcome
{
    /// <summary>The request may have been carried out: there was no response, or none that proves a rejection.</summary>
    Unknown,

    /// <summary>The API accepted the request.</summary>
    Accepted,

    /// <summary>The API rejected the request, or it was not sent.</summary>
    Refused,
}
