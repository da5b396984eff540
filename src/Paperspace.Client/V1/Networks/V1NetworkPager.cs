namespace Paperspace.Client;

/// <summary>Adds to the private networks the default ones, which the API names only as the networks of machines.</summary>
internal sealed class V1NetworkPager : IPager<Network>
{
    private readonly IPager<Network> _private;
    private readonly V1Resources<Machine> _machines;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private IPager<Machine>? _list;

    /// <summary>Creates a pager; sends nothing.</summary>
    /// <param name="privateNetworks">The private networks, which are disposed with the pager.</param>
    public V1NetworkPager(IPager<Network> privateNetworks, V1Resources<Machine> machines)
    {
        _private = privateNetworks;
        _machines = machines;
    }

    public async Task<Page<Network>?> NextAsync(CancellationToken cancellationToken)
    {
        if (_list is null)
        {
            if (await _private.NextAsync(cancellationToken).ConfigureAwait(false) is { } networks)
            {
                _known.UnionWith(networks.Select(network => network.Id));
                return networks;
            }

            _list = _machines.List();
        }

        if (await _list.NextAsync(cancellationToken).ConfigureAwait(false) is not { } page) return null;
        return new Page<Network>(
            [
                .. from machine in page
                   where machine.DtDeleted is null && machine.NetworkId is { Length: > 0 } id && _known.Add(id)
                   select new Network { Id = machine.NetworkId!, Region = machine.Region, IsDefault = true },
            ],
            page.Warning);
    }

    public void Dispose()
    {
        _private.Dispose();
        _list?.Dispose();
    }
}
