namespace Paperspace;

/// <summary>The outcome of a request that changes something.</summary>
public enum ChangeOutcome
{
    /// <summary>It may have been carried out: it was not answered, or the response does not prove that it was refused.</summary>
    Unknown,

    /// <summary>The API accepted it.</summary>
    Accepted,

    /// <summary>The API refused it, or it was not sent.</summary>
    Refused,
}
