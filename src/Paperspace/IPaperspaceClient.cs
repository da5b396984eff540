namespace Paperspace;

/// <summary>Reaches an account through one of Paperspace's APIs: one client for each kind of resource.</summary>
/// <remarks>
/// Each asynchronous method throws <see cref="PaperspaceException"/>, or <see cref="OperationCanceledException"/> when its token is
/// cancelled, and nothing else. Methods may be called from several threads at once. Disposing releases this client's share of the
/// connection; requests under way are completed.
/// </remarks>
public interface IPaperspaceClient : IDisposable
{
    /// <summary>Gets the time on the client's clock, in UTC.</summary>
    DateTimeOffset Now { get; }

    /// <summary>Creates a source of tokens that are cancelled once a time has passed on the client's clock. The caller disposes
    /// it.</summary>
    /// <param name="limit">The time.</param>
    CancellationTokenSource CreateTimeLimit(TimeSpan limit);

    /// <summary>Waits on the client's clock; a simulated account's pauses are shorter by as much as its machines are faster.</summary>
    /// <param name="delay">How long.</param>
    /// <param name="cancellationToken">Ends the pause.</param>
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

    /// <summary>Gets the client for public addresses.</summary>
    IPublicIpClient PublicIps { get; }

    /// <summary>Gets the client for what else the API has.</summary>
    IRestClient Rest { get; }

    /// <summary>Gets the client for shared drives.</summary>
    ISharedDriveClient SharedDrives { get; }

    /// <summary>Gets the client for templates.</summary>
    ITemplateClient Templates { get; }

    /// <summary>Gets the client for users.</summary>
    IUserClient Users { get; }
}
