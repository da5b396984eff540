using System.Globalization;

namespace Paperspace.Client;

/// <summary>The exception that is thrown when a response exceeds the size limit.</summary>
internal sealed class ResponseTooLargeException : Exception
{
    public ResponseTooLargeException(int limit)
        : base(string.Format(CultureInfo.InvariantCulture, "it is larger than the maximum of {0:N0} bytes.", limit))
    {
    }
}
