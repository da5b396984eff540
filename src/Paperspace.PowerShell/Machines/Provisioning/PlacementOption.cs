namespace Paperspace.PowerShell;

/// <summary>A machine type in a region: one of the places where a machine may be created.</summary>
/// <param name="MachineType">The machine type, as the API spells it.</param>
/// <param name="Region">The region, by its full name.</param>
internal sealed record PlacementOption(string MachineType, string Region)
{
    public static PlacementOption Create(string machineType, string region) =>
        new(KnownValues.Normalize(machineType.Trim(), MachineTypes.Known)!, Regions.FullName(region));

    /// <summary>Returns each type in each region: all regions of the first type first.</summary>
    public static IReadOnlyList<PlacementOption> Combine(
        IReadOnlyCollection<string> machineTypes,
        IReadOnlyCollection<string> regions) =>
        [.. machineTypes.SelectMany(type => regions.Select(region => Create(type, region))).Distinct()];

    public override string ToString() => TerminalText.Sanitize($"{MachineType} in {Region}");
}
