namespace Paperspace.PowerShell;

/// <summary>Tells how far a request that changes something is.</summary>
internal enum ChangeStage
{
    /// <summary>Nothing was sent yet.</summary>
    Waiting,

    /// <summary>It is under way.</summary>
    Sent,

    /// <summary>It ended without a word on whether it was carried out.</summary>
    Unknown,

    /// <summary>The API accepted it.</summary>
    Accepted,

    /// <summary>It was surely not carried out.</summary>
    Refused,
}
