namespace Paperspace.PowerShell;

/// <summary>Asks the API whether there is capacity, for all machines of a command together: a response is used for some
/// seconds.</summary>
internal sealed class CapacityAvailability
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(5);

    private readonly AccountCmdlet _cmdlet;
    private readonly Dictionary<PlacementOption, (Task Expiry, Task<bool?> Available)> _known = [];
    private readonly HashSet<string> _unknownTypes = new(StringComparer.OrdinalIgnoreCase);

    public CapacityAvailability(AccountCmdlet cmdlet)
    {
        _cmdlet = cmdlet;
    }

    /// <summary>Returns whether an attempt makes sense: always, unless the API says that there is no capacity.</summary>
    public async Task<bool> IsAvailableAsync(PlacementOption option, CancellationToken cancellationToken)
    {
        var type = option.MachineType;
        if (_unknownTypes.Contains(type) || !_cmdlet.Client.Machines.AvailabilityTypes.Contains(type, StringComparer.OrdinalIgnoreCase)) return true;
        if (!_known.TryGetValue(option, out var known) || known.Expiry.IsCompleted)
        {
            // Use the client's clock, which a simulated account speeds up.
            known = (_cmdlet.Client.DelayAsync(TimeToLive, cancellationToken), AskAsync(option, cancellationToken));
            _known[option] = known;
        }

        return await known.Available != false;
    }

    private async Task<bool?> AskAsync(PlacementOption option, CancellationToken cancellationToken)
    {
        try
        {
            var availability = await _cmdlet.SendAsync(
                (client, token) => client.Machines.GetAvailabilityAsync(option.Region, option.MachineType, token),
                cancellationToken);
            return availability.Available;
        }
        catch (PaperspaceException failure)
        {
            // Without a response, only an attempt can tell. Do not ask again about a type that the API does not know here.
            if (failure.Reason
                is PaperspaceErrorReason.RequestRejected or PaperspaceErrorReason.NotFound or PaperspaceErrorReason.NotSupported)
                _unknownTypes.Add(option.MachineType);
            return null;
        }
    }
}
