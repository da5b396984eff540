namespace Paperspace;

/// <summary>Specifies the status of an operation.</summary>
public enum OperationStatus
{
    /// <summary>The API accepted the operation, and it is in progress.</summary>
    Accepted,

    /// <summary>The operation succeeded.</summary>
    Succeeded,

    /// <summary>The operation failed or was cancelled.</summary>
    Failed,

    /// <summary>The outcome is unknown because the wait ended first, for example at its time limit.</summary>
    Unknown,
}
