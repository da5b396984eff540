namespace Paperspace;

/// <summary>Reads a list page by page, each on request.</summary>
/// <remarks>Disposing cancels what is under way. Not for use by several threads at once.</remarks>
/// <typeparam name="T">The type of the items.</typeparam>
public interface IPager<T> : IDisposable
{
    /// <summary>Reads the next page; null after the last.</summary>
    /// <param name="cancellationToken">Cancels the reading.</param>
    /// <exception cref="PaperspaceException">The page cannot be read; asking again asks for the same page.</exception>
    Task<Page<T>?> NextAsync(CancellationToken cancellationToken);
}
