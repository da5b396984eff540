namespace Paperspace;

/// <summary>Provides access to the networks of an account.</summary>
public interface INetworkClient
{
    /// <summary>
    /// Lists the networks. (Core: <c>GET /networks/getNetworks</c>. V1: <c>GET /private-networks</c>, which omits the
    /// default networks.)
    /// </summary>
    /// <param name="includeDefault">Whether to add the default networks of machines on V1: their ids and regions, from the list of
    /// machines.</param>
    IPager<Network> List(bool includeDefault = false);

    /// <summary>Returns a network. (V1: <c>GET /private-networks/{id}</c>. Core: from the list.)</summary>
    /// <returns>The network; on V1, the default network has only its id.</returns>
    /// <exception cref="PaperspaceException">The network does not exist.</exception>
    Task<Network> GetAsync(string networkId, CancellationToken cancellationToken);

    /// <summary>Checks that the API supports an action on networks.</summary>
    /// <exception cref="PaperspaceException">The API does not support the action.</exception>
    void Require(ResourceAction action);

    /// <summary>Creates a private network. (V1: <c>POST /private-networks</c>.)</summary>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support it, or the request failed.</exception>
    Task<Network> CreateAsync(NetworkCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a private network. (V1: <c>PUT /private-networks/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">An option is invalid, the API does not support it, or the request failed.</exception>
    Task<Network> UpdateAsync(string networkId, NetworkUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a private network that has no machines. (V1: <c>DELETE /private-networks/{id}</c>.)</summary>
    /// <exception cref="PaperspaceException">The API does not support it, or the request failed.</exception>
    Task DeleteAsync(string networkId, CancellationToken cancellationToken);
}
