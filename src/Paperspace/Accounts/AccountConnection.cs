namespace Paperspace;

/// <summary>Holds the connection to the API that serves an account.</summary>
public sealed class AccountConnection
{
    /// <summary>Gets the connection.</summary>
    public required IPaperspaceConnection Connection { get; init; }

    /// <summary>Gets the base address of the API.</summary>
    public required Uri BaseUri { get; init; }

    /// <summary>Gets whose key it is; null where the API has not told it.</summary>
    public AccountSession? Session { get; init; }
}
