namespace Paperspace.PowerShell;

/// <summary>Asks the API whether there is capacity, for all machines of a command together: an availability serves for some
/// seconds.</summary>
internal sealed class CapacityAvailability
{
    private static readonly TimeSpan TimeToLive = TimeSpan.FromSeconds(5);

    private readonly AccountCmdlet _cmdlet;
    private readonly IPaperspaceClient _client;
    private readonly Dictionary<MachineAlternative, (Task Expiry, Task<bool?> MayHave)> _known = [];
    private readonly HashSet<string> _untold = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Creates it; sends nothing.</summary>
    public CapacityAvailability(AccountCmdlet cmdlet, IPaperspaceClient client)
    {
        _cmdlet = cmdlet;
        _client = client;
    }

    /// <summary>Returns whether a try makes sense: always, unless the API says that there is no capacity.</summary>
    public async Task<bool> MayHaveAsync(MachineAlternative alternative, CancellationToken cancellationToken)
    {
        var type = alternative.MachineType;
        if (_untold.Contains(type) || !_client.Machines.AvailabilityTypes.Contains(type, StringComparer.OrdinalIgnoreCase)) return true;
        if (!_known.TryGetValue(alternative, out var known) || known.Expiry.IsCompleted)
        {
            // A pause, so that it is as short for a simulated account as the pauses between the rounds are.
            known = (_client.DelayAsync(TimeToLive, cancellationToken), AskAsync(alternative, cancellationToken));
            _known[alternative] = known;
        }

        return await known.MayHave != false;
    }

    private async Task<bool?> AskAsync(MachineAlternative alternative, CancellationToken cancellationToken)
    {
        try
        {
            var availability = await _cmdlet.SendAsync(
                (client, token) => client.Machines.GetAvailabilityAsync(alternative.Region, alternative.MachineType, token),
                cancellationToken);
            return availability.Available;
        }
        catch (PaperspaceException failure)
        {
            // Without a response, the try itself tells. A type that the API does not know here is not asked about again.
            if (
                failure.Reason
                is PaperspaceErrorReason.RequestRejected
                    or PaperspaceErrorReason.NotFound
                    or PaperspaceErrorReason.NotSupported)
                _untold.Add(alternative.MachineType);
            return null;
        }
    }
}
