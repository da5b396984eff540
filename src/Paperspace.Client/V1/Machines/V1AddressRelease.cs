namespace Paperspace.Client;

/// <summary>Releases the static IP addresses of a machine that is deleted, which V1 keeps with the account, but no other machine's.</summary>
internal sealed class V1AddressRelease
{
    private readonly IPublicIpClient _publicIps;
    private readonly string _machineId;
    private readonly string? _recorded;
    private AddressList _before = new([], null);

    private V1AddressRelease(IPublicIpClient publicIps, string machineId, Machine machine)
    {
        (_publicIps, _machineId) = (publicIps, machineId);
        if (machine.PublicIpType.EqualsIgnoreCase(PublicIpTypes.Static) && machine.PublicIpAddress is { Length: > 0 } address)
            _recorded = address;
    }

    /// <summary>Finds the addresses, while the machine still exists.</summary>
    public static async Task<V1AddressRelease> PrepareAsync(
        IPublicIpClient publicIps, string machineId, Machine machine, CancellationToken cancellationToken)
    {
        var release = new V1AddressRelease(publicIps, machineId, machine);
        release._before = await release.ReadAsync(cancellationToken).ConfigureAwait(false);
        return release;
    }

    /// <summary>Releases the addresses after the deletion was accepted, unless another machine has got them.</summary>
    /// <returns>The addresses that were kept, and why, in sentences.</returns>
    public async Task<IReadOnlyList<string>> ReleaseAsync(CancellationToken cancellationToken)
    {
        string[] addresses =
        [
            .. _before.Addresses
                .Where(item => IsOf(item.AssignedMachineId))
                .Select(item => item.Ip)
                .Concat(_recorded is null ? [] : new[] { _recorded })
                .Distinct(StringComparer.OrdinalIgnoreCase),
        ];
        var warnings = new List<string>();
        if (_recorded is null && _before.Problem is { } problem)
            warnings.Add($"The machine is being deleted, but it may have a static IP address that is still billed: {problem}");
        foreach (var address in addresses)
            if (await TryReleaseAsync(address, cancellationToken).ConfigureAwait(false) is { } kept)
                warnings.Add(kept);
        return warnings;
    }

    private bool IsOf(string? machineId) => string.Equals(machineId, _machineId, StringComparison.OrdinalIgnoreCase);

    /// <returns>Why the address was kept; null if it was released.</returns>
    private async Task<string?> TryReleaseAsync(string address, CancellationToken cancellationToken)
    {
        try
        {
            // The machine's record may be stale, and the address may have been moved since it was listed.
            var now = await ReadAsync(cancellationToken).ConfigureAwait(false);
            var (before, after) = (_before.Find(address), now.Find(address));
            if (after?.AssignedMachineId is { Length: > 0 } owner && !IsOf(owner))
                return Warn(address, $"it is assigned to machine {TerminalText.Sanitize(owner)}.");
            if (after is null && now.Problem is { } problem) return Warn(address, problem);
            if (after is not null && !IsOf(after.AssignedMachineId) && !IsOf(before?.AssignedMachineId))
                return Warn(address, "it is not assigned to this machine.");
            await _publicIps.ReleaseAsync(address, cancellationToken).ConfigureAwait(false);
            return null;
        }
        catch (PaperspaceException failure)
        {
            return Warn(address, failure.Message);
        }
        catch (OperationCanceledException)
        {
            // The deletion was accepted: report it even if the release is cancelled.
            return Warn(address, "the request was cancelled.");
        }
    }

    private async Task<AddressList> ReadAsync(CancellationToken cancellationToken)
    {
        var addresses = new List<PublicIp>();
        string? problem = null;
        try
        {
            using var pager = _publicIps.List();
            while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            {
                addresses.AddRange(page);
                problem ??= page.Warning;
            }
        }
        catch (PaperspaceException failure)
        {
            problem = failure.Message;
        }

        return new AddressList(addresses, problem);
    }

    private static string Warn(string address, string reason) =>
        $"The machine is being deleted, but its static IP address {TerminalText.Sanitize(address)} was not released and is still "
            + $"billed: {reason}";

    private sealed record AddressList(IReadOnlyList<PublicIp> Addresses, string? Problem)
    {
        public PublicIp? Find(string address) =>
            Addresses.FirstOrDefault(item => string.Equals(item.Ip, address, StringComparison.OrdinalIgnoreCase));
    }
}
