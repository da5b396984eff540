namespace Paperspace;

/// <summary>Tells what became of an operation, or of a wait for a state.</summary>
public enum OperationStatus
{
    /// <summary>It goes on.</summary>
    Pending,

    /// <summary>It ended as it was meant to.</summary>
    Succeeded,

    /// <summary>It will not end as it was meant to.</summary>
    Failed,
}
