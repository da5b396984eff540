namespace Paperspace;

/// <summary>Specifies how far an operation is.</summary>
public enum OperationStatus
{
    /// <summary>The API accepted it, and it is in progress.</summary>
    Accepted,

    /// <summary>It ended as intended.</summary>
    Succeeded,

    /// <summary>It failed, or was cancelled.</summary>
    Failed,

    /// <summary>The wait ended before the operation did, such as at its time limit.</summary>
    Unknown,
}
