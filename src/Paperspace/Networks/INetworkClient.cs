namespace Paperspace;

/// <summary>Reaches the networks of an account.</summary>
public interface INetworkClient
{
    /// <summary>Lists the networks (Core: networks/getNetworks; V1: GET private-networks, which leaves out the default ones).</summary>
    /// <param name="includeDefault">Whether to add, on V1, the default networks that machines are on: their ids and regions, which only the
    /// list of machines has.</param>
    IPager<Network> List(bool includeDefault = false);

    /// <summary>Reads a network (V1: GET private-networks/{id}; Core has its list alone).</summary>
    /// <returns>The network; on V1, for the network of machines that joined none, one with nothing but the id.</returns>
    /// <exception cref="PaperspaceException">There is none with the id.</exception>
    Task<Network> GetAsync(string networkId, CancellationToken cancellationToken);

    /// <summary>Checks that the API has an action on networks.</summary>
    /// <exception cref="PaperspaceException">It has not.</exception>
    void Require(ResourceAction action);

    /// <summary>Creates a private network (V1: POST private-networks).</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the API lacks it, or the request failed.</exception>
    Task<Network> CreateAsync(NetworkCreateOptions options, CancellationToken cancellationToken);

    /// <summary>Changes a private network (V1: PUT private-networks/{id}).</summary>
    /// <exception cref="PaperspaceException">A rule is broken, the API lacks it, or the request failed.</exception>
    Task<Network> UpdateAsync(string networkId, NetworkUpdateOptions options, CancellationToken cancellationToken);

    /// <summary>Deletes a private network that no machine is on (V1: DELETE private-networks/{id}).</summary>
    /// <exception cref="PaperspaceException">The API lacks it, or the request failed.</exception>
    Task DeleteAsync(string networkId, CancellationToken cancellationToken);
}
