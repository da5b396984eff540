namespace Paperspace;

/// <summary>Receives the requests and responses of a client.</summary>
public interface IRequestLog
{
    /// <summary>Writes an entry. Called on any thread; must return quickly and not throw.</summary>
    /// <param name="entry">The entry; its secrets are redacted.</param>
    void Write(RequestLogEntry entry);
}
