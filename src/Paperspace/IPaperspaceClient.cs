namespace Paperspace;

/// <summary>Provides access to an account through one of the Paperspace APIs, with one client for each kind of resource.</summary>
/// <remarks>
/// Asynchronous methods throw only <see cref="PaperspaceException"/>, or <see cref="OperationCanceledException"/> when their token is
/// cancelled. All members are thread-safe. Disposing releases this client's share of the connection; requests in progress complete.
/// </remarks>
public interface IPaperspaceClient : IDisposable
{
    /// <summary>Gets the current time of the client's clock, in UTC.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Creates a token source that is cancelled after a time on the client's clock. The caller disposes it.</summary>
    /// <param name="limit">The time after which it is cancelled.</param>
    CancellationTokenSource CreateTimeLimit(TimeSpan limit);

    /// <summary>Waits on the client's clock, which runs faster for an accelerated simulated account.</summary>
    /// <param name="delay">The time to wait.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Gets the client for the account itself.</summary>
    IAccountClient Account { get; }

    /// <summary>Gets the client for machines.</summary>
    IMachineClient Machines { get; }

    /// <summary>Gets the client for networks.</summary>
    INetworkClient Networks { get; }

    /// <summary>Gets the client for scripts.</summary>
    IScriptClient Scripts { get; }

    /// <summary>Gets the client for snapshots.</summary>
    ISnapshotClient Snapshots { get; }

    /// <summary>Gets the client for public IP addresses.</summary>
    IPublicIpClient PublicIps { get; }

    /// <summary>Gets the client for requests that no other client covers.</summary>
    IRestClient Rest { get; }

    /// <summary>Gets the client for shared drives.</summary>
    ISharedDriveClient SharedDrives { get; }

    /// <summary>Gets the client for templates.</summary>
    ITemplateClient Templates { get; }

    /// <summary>Gets the client for users.</summary>
    IUserClient Users { get; }
}
