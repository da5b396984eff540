namespace Paperspace;

/// <summary>Provides access to the static public IP addresses of an account.</summary>
public interface IPublicIpClient
{
    /// <summary>Lists the addresses. Nothing is sent until the first page is requested. (V1: <c>GET /public-ips</c>.)</summary>
    /// <exception cref="PaperspaceException">The API does not support it.</exception>
    IPager<PublicIp> List();

    /// <summary>Returns an address. (V1: from the list.)</summary>
    /// <exception cref="PaperspaceException">The account does not have the address, the API does not support it, or the
    /// request failed.</exception>
    Task<PublicIp> GetAsync(string ip, CancellationToken cancellationToken);

    /// <summary>Checks that the API supports an action on public IP addresses.</summary>
    /// <exception cref="PaperspaceException">The API does not support the action.</exception>
    void Require(ResourceAction action);

    /// <summary>
    /// Claims an address in a region, specified by its full or short name. It is billed until it is released. (V1:
    /// <c>POST /public-ips</c>.)
    /// </summary>
    /// <exception cref="PaperspaceException">The region is empty, the API does not support it, or the request failed.</exception>
    Task<PublicIp> ClaimAsync(string region, CancellationToken cancellationToken);

    /// <summary>Assigns an address to a machine of its region, even if another machine has it. (V1: <c>PUT /public-ips/{ip}</c>.)</summary>
    /// <exception cref="PaperspaceException">An argument is invalid, the API does not support it, or the request
    /// failed.</exception>
    Task<PublicIp> AssignAsync(string ip, string machineId, CancellationToken cancellationToken);

    /// <summary>Unassigns an address from its machine. It is still billed. (V1: <c>PUT /public-ips/{ip}</c> with null.)</summary>
    /// <exception cref="PaperspaceException">The address is invalid, the API does not support it, or the request failed.</exception>
    Task<PublicIp> UnassignAsync(string ip, CancellationToken cancellationToken);

    /// <summary>Releases an address; the account no longer has it. (V1: <c>DELETE /public-ips/{ip}</c>.)</summary>
    /// <exception cref="PaperspaceException">The address is invalid, the API does not support it, or the request failed.</exception>
    Task ReleaseAsync(string ip, CancellationToken cancellationToken);
}
