namespace Paperspace;

/// <summary>Reads a list page by page, on demand.</summary>
/// <remarks>Disposing cancels requests in progress. Not thread-safe.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public interface IPager<T> : IDisposable
{
    /// <summary>Returns the next page; null after the last.</summary>
    /// <param name="cancellationToken">Cancels the request.</param>
    /// <exception cref="PaperspaceException">The page cannot be read. The next call requests the same page again.</exception>
    Task<Page<T>?> NextAsync(CancellationToken cancellationToken);
}
