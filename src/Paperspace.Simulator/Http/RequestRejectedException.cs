namespace Paperspace.Simulator;

/// <summary>Ends a request that an API refuses; the API turns it into its own form of error.</summary>
internal class RequestRejectedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Gets or sets the code of the error if it does not follow from the status.</summary>
    public string? Code { get; init; }
}
