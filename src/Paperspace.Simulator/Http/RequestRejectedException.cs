namespace Paperspace.Simulator;

/// <summary>The exception that is thrown when an API rejects a request, which the API formats as its own error.</summary>
internal class RequestRejectedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;

    /// <summary>Gets or sets the error code if it does not follow from the status.</summary>
    public string? Code { get; init; }
}
