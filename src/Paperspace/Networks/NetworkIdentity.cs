namespace Paperspace;

/// <summary>Identifies a network by its id; in a cmdlet's parameter by its name too.</summary>
public sealed class NetworkIdentity : ResourceIdentity<Network>
{
    /// <summary>Creates an identity from an id or a name.</summary>
    /// <exception cref="PaperspaceException">It is empty.</exception>
    public NetworkIdentity(string networkId)
        : base(RequireText(networkId, nameof(networkId)), resource: null)
    {
    }

    /// <summary>Creates an identity from a network.</summary>
    /// <exception cref="PaperspaceException">The network's id is empty or has a character that no id has.</exception>
    public NetworkIdentity(Network network)
        : base(ResourceId.Require((network ?? throw new ArgumentNullException(nameof(network))).Id, "networkId"), network)
    {
    }

    /// <summary>Creates an identity from what identifies no network, so that it can be reported beside others that do.</summary>
    /// <param name="given">What was given, in words.</param>
    /// <param name="failure">Why it identifies no network.</param>
    public NetworkIdentity(string given, PaperspaceException failure)
        : base(given, failure)
    {
    }

    /// <inheritdoc/>
    public override string? Name => Resource?.Name;
}
