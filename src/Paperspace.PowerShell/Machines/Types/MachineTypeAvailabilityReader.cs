namespace Paperspace.PowerShell;

/// <summary>Asks the API which machine types can be requested now.</summary>
internal sealed class MachineTypeAvailabilityReader
{
    private readonly AccountCmdlet _cmdlet;
    private readonly IPaperspaceClient _client;
    private readonly IReadOnlyList<string> _regions;

    /// <summary>Creates a reader.</summary>
    /// <param name="cmdlet">The cmdlet.</param>
    /// <param name="client">The account's client.</param>
    /// <param name="regions">The regions to ask about; null for all known ones.</param>
    public MachineTypeAvailabilityReader(AccountCmdlet cmdlet, IPaperspaceClient client, IReadOnlyList<string>? regions)
    {
        (_cmdlet, _client, _regions) = (cmdlet, client, regions ?? Regions.Known);
    }

    /// <summary>Returns those of the types that can be requested, each with the regions that have it.</summary>
    /// <param name="types">The types.</param>
    /// <param name="offered">The types of the account's templates, with whether they can be requested; none if the API does not
    /// say.</param>
    /// <param name="cancellationToken">Ends the requests.</param>
    public async Task<MachineTypeInfo[]> ReadAsync(
        IReadOnlyCollection<MachineTypeInfo> types,
        IReadOnlyDictionary<string, bool?> offered,
        CancellationToken cancellationToken)
    {
        var reported = offered.Count > 0 ? offered.Keys.ToArray() : [.. _client.Machines.AvailabilityTypes];
        if (offered.Count == 0)
            _cmdlet.WriteVerbose($"The API reports the availability of {string.Join(", ", reported)} only.");
        var asked = types
            .Where(type => reported.Contains(type.MachineType, StringComparer.OrdinalIgnoreCase))
            .Where(type => !offered.TryGetValue(type.MachineType, out var available) || available != false)
            .ToArray();
        await Task.WhenAll(asked.Select(type => FillAsync(type, cancellationToken)));
        return [.. asked.Where(type => type.Available == true)];
    }

    private async Task FillAsync(MachineTypeInfo type, CancellationToken cancellationToken)
    {
        var answers = await Task.WhenAll(_regions.Select(region => AskAsync(region, type.MachineType, cancellationToken)));
        type.Region = [.. _regions.Where((_, i) => answers[i] == true).Select(region => Regions.ShortName(Regions.FullName(region))!)];
        type.Available = type.Region.Count > 0 ? true : Array.Exists(answers, answer => answer is null) ? null : false;
    }

    private async Task<bool?> AskAsync(string region, string type, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await _cmdlet.SendAsync(
                (client, token) => client.Machines.GetAvailabilityAsync(Regions.FullName(region), type, token),
                cancellationToken);
            return answer.Available;
        }
        catch (PaperspaceException failure)
            when (failure.Reason
                is PaperspaceErrorReason.RequestRejected
                    or PaperspaceErrorReason.NotFound
                    or PaperspaceErrorReason.NotSupported)
        {
            // The API does not know the type in this region.
            return null;
        }
        catch (PaperspaceException failure)
        {
            _cmdlet.WriteFailure(failure, $"{type} in {region}");
            return null;
        }
    }
}
