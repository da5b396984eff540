namespace Paperspace;

/// <summary>Receives what a client sent and got.</summary>
public interface IRequestLog
{
    /// <summary>Writes an entry. Called on any thread; it must return fast and throw nothing.</summary>
    /// <param name="entry">The entry, whose secrets are redacted.</param>
    void Write(RequestLogEntry entry);
}
