namespace Paperspace;

/// <summary>Things that come one batch after another, fetched when they are asked for.</summary>
/// <remarks>Disposing gives up what is under way. Not for use by several threads at once.</remarks>
/// <typeparam name="T">The things.</typeparam>
public interface IBatches<T> : IDisposable
{
    /// <summary>The next batch, which may be empty; null when there are no more.</summary>
    Task<IReadOnlyList<T>?> NextAsync(CancellationToken cancellationToken);
}
