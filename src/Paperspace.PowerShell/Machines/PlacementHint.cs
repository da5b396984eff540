namespace Paperspace.PowerShell;

/// <summary>Suggests the nearest machine type or region for one that the module does not know. The API decides: its types change.</summary>
internal static class PlacementHint
{
    private static readonly string[] RegionNames = [.. Regions.Known.Select(region => Regions.Normalize(region)!)];

    /// <summary>Returns sentences about a machine type that is not known; null if it is known.</summary>
    public static string? DescribeType(string machineType) =>
        MachineTypes.Known.Contains(machineType.Trim(), StringComparer.OrdinalIgnoreCase)
            ? null
            : SimilarNames.DescribeUnknown(machineType, "machine type", MachineTypes.Known);

    /// <summary>Returns sentences about a region that is not known; null if it is known.</summary>
    public static string? DescribeRegion(string region) =>
        Regions.Known.Contains(Regions.FullName(region.Trim()), StringComparer.OrdinalIgnoreCase)
            ? null
            : SimilarNames.DescribeUnknown(region, "region", RegionNames);

    /// <summary>Adds what is nearest to a machine type or region that the API refused.</summary>
    public static PaperspaceException Add(PaperspaceException failure, string? machineType, string? region = null)
    {
        if (failure.Reason is not (PaperspaceErrorReason.RequestRejected or PaperspaceErrorReason.NotFound)) return failure;
        var hint = machineType is not null && (Mentions("machineType") || Mentions("machine type")) ? DescribeType(machineType)
            : region is not null && Mentions("region") ? DescribeRegion(region)
            : null;
        return hint is null ? failure : failure.WithMessage($"{failure.Message} {hint}");

        bool Mentions(string word) => failure.ApiMessage.ContainsIgnoreCase(word);
    }
}
