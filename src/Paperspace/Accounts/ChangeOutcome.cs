namespace Paperspace;

/// <summary>Tells what is known of a request that changes something.</summary>
public enum ChangeOutcome
{
    /// <summary>It may have been carried out: no response had come when the command ended, or the response was lost.</summary>
    Unknown,

    /// <summary>The API accepted it.</summary>
    Accepted,
}
