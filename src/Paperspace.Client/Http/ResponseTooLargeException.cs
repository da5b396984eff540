using System.Globalization;

namespace Paperspace.Client;

/// <summary>Represents a response that is longer than is read.</summary>
internal sealed class ResponseTooLargeException : Exception
{
    /// <summary>Names the limit, in bytes.</summary>
    public ResponseTooLargeException(int limit)
        : base(string.Format(CultureInfo.InvariantCulture, "it is larger than the {0:N0} bytes that are read at the most.", limit))
    {
    }
}
