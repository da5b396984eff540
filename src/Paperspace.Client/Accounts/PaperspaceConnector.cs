namespace Paperspace.Client;

/// <summary>Finds out which API serves a key by asking V1 for the session: without one, the key is for Core.</summary>
public sealed class PaperspaceConnector : IPaperspaceConnector
{
    private readonly PaperspaceClientOptions _options;
    private readonly PaperspaceClient _v1;
    private bool _isTaken;

    /// <summary>Prepares to ask; sends nothing.</summary>
    /// <param name="options">The options for V1, which is asked first. Core is reached with the same ones at its public address.</param>
    /// <exception cref="PaperspaceException">An option is wrong.</exception>
    public PaperspaceConnector(PaperspaceClientOptions options)
    {
        _options = options;
        _v1 = new PaperspaceClient(options);
    }

    /// <inheritdoc/>
    /// <remarks>Only an API that says that it does not know the key hands it on to the other: one that cannot be reached is an
    /// error.</remarks>
    public async Task<IPaperspaceConnection> ConnectAsync(IRequestLog? requestLog, CancellationToken cancellationToken)
    {
        using var client = _v1.CreateClient(requestLog);
        try
        {
            _v1.Session = await client.Account.GetSessionAsync(cancellationToken).ConfigureAwait(false);
            _isTaken = true;
            return _v1;
        }
        catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.InvalidApiKey)
        {
            return new PaperspaceClient(_options.ForOtherApi(PaperspaceApiVersion.Core));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_isTaken) _v1.Dispose();
    }
}
