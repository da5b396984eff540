namespace Paperspace.Simulator;

/// <summary>Ends a request that an API refuses; the API turns it into an error of its own shape.</summary>
internal sealed class RequestRejectedException(int status, string message) : Exception(message)
{
    public int Status { get; } = status;
}
