namespace Paperspace;

/// <summary>A connection to an account: its client under a name.</summary>
public sealed class PaperspaceAccount : IDisposable
{
    private readonly IPaperspaceClient _client;
    private volatile RequestSummary? _lastRequest;

    /// <summary>Makes an account of a client.</summary>
    /// <param name="name">The name to call it by.</param>
    /// <param name="baseUri">The host of the API.</param>
    /// <param name="keySource">Where the key came from, in words.</param>
    /// <param name="client">The client, which is disposed with the account.</param>
    public PaperspaceAccount(string name, Uri baseUri, string keySource, IPaperspaceClient client)
    {
        Name = name;
        BaseUri = baseUri;
        KeySource = keySource;
        _client = client;
        _client.Traffic += (_, traffic) => _lastRequest = new RequestSummary(traffic, _client.Now);
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The host of the API.</summary>
    public Uri BaseUri { get; }

    /// <summary>The host of the API, such as <c>api.paperspace.io</c>; with the scheme where that is not HTTPS.</summary>
    public string Host => BaseUri.Scheme == Uri.UriSchemeHttps ? BaseUri.Authority : BaseUri.GetLeftPart(UriPartial.Authority);

    /// <summary>Where the key came from; never the key.</summary>
    public string KeySource { get; }

    /// <summary>Whether it is a simulated account, in this process.</summary>
    public bool IsSimulated { get; init; }

    /// <summary>Whether it is the account that is used when none is named, in the runspace that connected it.</summary>
    public bool IsDefault { get; set; }

    /// <summary>The last request and how it ended; null before the first.</summary>
    public RequestSummary? LastRequest => _lastRequest;

    /// <summary>The client that talks to the account.</summary>
    /// <remarks>A method, so that no view, export or conversion to JSON walks into it.</remarks>
    public IPaperspaceClient GetClient() => _client;

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
