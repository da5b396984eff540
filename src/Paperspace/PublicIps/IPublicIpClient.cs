namespace Paperspace;

/// <summary>Reaches the static public addresses of an account.</summary>
public interface IPublicIpClient
{
    /// <summary>Lists the addresses page by page, newest first. Nothing is sent until the first page is asked for.</summary>
    /// <param name="region">The region; null for all.</param>
    /// <exception cref="PaperspaceException">The API has no such list.</exception>
    IPager<PublicIp> List(string? region = null);

    /// <summary>Claims an address in a region. It costs until it is released.</summary>
    Task<PublicIp> ClaimAsync(string region, CancellationToken cancellationToken);

    /// <summary>Assigns an address to a machine of its region; the machine that had it loses it.</summary>
    Task<PublicIp> AssignAsync(string ip, string machineId, CancellationToken cancellationToken);

    /// <summary>Takes an address from the machine that has it. It goes on costing.</summary>
    Task<PublicIp> UnassignAsync(string ip, CancellationToken cancellationToken);

    /// <summary>Releases an address: the account has it no more.</summary>
    Task ReleaseAsync(string ip, CancellationToken cancellationToken);
}
