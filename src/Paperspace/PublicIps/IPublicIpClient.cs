namespace Paperspace;

/// <summary>Reaches the static public addresses of an account.</summary>
public interface IPublicIpClient
{
    /// <summary>Lists the addresses (V1: GET public-ips). Nothing is sent until the first page is asked for.</summary>
    /// <exception cref="PaperspaceException">The API has no such list.</exception>
    IPager<PublicIp> List();

    /// <summary>Reads an address (V1: in the list, since it has no operation for a single one).</summary>
    /// <exception cref="PaperspaceException">The account does not have it, the API lacks it, or the request failed.</exception>
    Task<PublicIp> GetAsync(string ip, CancellationToken cancellationToken);

    /// <summary>Checks that the API has an action on public addresses.</summary>
    /// <exception cref="PaperspaceException">It has not.</exception>
    void Require(ResourceAction action);

    /// <summary>Claims an address in a region, by its full or short name (V1: POST public-ips). It costs until it is released.</summary>
    /// <exception cref="PaperspaceException">The region is empty, the API lacks it, or the request failed.</exception>
    Task<PublicIp> ClaimAsync(string region, CancellationToken cancellationToken);

    /// <summary>Assigns an address to a machine of its region (V1: PUT public-ips/{ip}); from another machine it is taken first.</summary>
    /// <exception cref="PaperspaceException">An argument is none, the API lacks it, or the request failed.</exception>
    Task<PublicIp> AssignAsync(string ip, string machineId, CancellationToken cancellationToken);

    /// <summary>Takes an address from the machine that has it (V1: PUT public-ips/{ip} with null). It goes on costing.</summary>
    /// <exception cref="PaperspaceException">The address is none, the API lacks it, or the request failed.</exception>
    Task<PublicIp> UnassignAsync(string ip, CancellationToken cancellationToken);

    /// <summary>Releases an address (V1: DELETE public-ips/{ip}): the account has it no more.</summary>
    /// <exception cref="PaperspaceException">The address is none, the API lacks it, or the request failed.</exception>
    Task ReleaseAsync(string ip, CancellationToken cancellationToken);
}
