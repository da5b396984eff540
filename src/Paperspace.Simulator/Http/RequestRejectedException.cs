namespace Paperspace.Simulator;

/// <summary>Ends a request that an API refuses; the API turns it into an error of its own shape.</summary>
internal class RequestRejectedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Gets or sets the code of the error, where it does not follow from the status.</summary>
    public string? Code { get; init; }
}
