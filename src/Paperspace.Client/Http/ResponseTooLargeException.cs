namespace Paperspace.Client.Http;

/// <summary>An answer was longer than is read.</summary>
internal sealed class ResponseTooLargeException : Exception
{
    /// <summary>Names the limit, in bytes.</summary>
    public ResponseTooLargeException(int limit)
        : base($"The answer is larger than the {limit / (1024 * 1024)} MB that are read at the most.")
    {
    }
}
