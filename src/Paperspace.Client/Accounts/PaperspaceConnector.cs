namespace Paperspace.Client;

/// <summary>Determines which API a key belongs to: V1 if it returns a session for the key, otherwise Core.</summary>
public sealed class PaperspaceConnector : IPaperspaceConnector
{
    private readonly PaperspaceClientOptions _options;
    private readonly PaperspaceClient _v1;
    private bool _isTaken;

    /// <summary>Creates a connector. Sends nothing.</summary>
    /// <param name="options">The options for V1, which is tried first. Core uses the same options with its public
    /// address.</param>
    /// <exception cref="PaperspaceException">An option is invalid.</exception>
    public PaperspaceConnector(PaperspaceClientOptions options)
    {
        _options = options;
        _v1 = new PaperspaceClient(options);
    }

    /// <inheritdoc/>
    /// <remarks>Core is used only if V1 rejects the key. If V1 is unreachable, the connection fails.</remarks>
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
