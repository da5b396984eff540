namespace Paperspace.PowerShell;

/// <summary>Names a machine type in a region, as one of the alternatives for a machine.</summary>
/// <param name="MachineType">The machine type, as the API spells it.</param>
/// <param name="Region">The region, by its full name.</param>
internal sealed record MachineAlternative(string MachineType, string Region)
{
    /// <summary>Creates an alternative from what a caller or a machine has.</summary>
    public static MachineAlternative Create(string machineType, string region) =>
        new(KnownValues.Normalize(machineType.Trim(), MachineTypes.Known)!, Regions.FullName(region));

    /// <summary>Returns each of the types in each of the regions: all regions of the first type first.</summary>
    public static IReadOnlyList<MachineAlternative> Combine(
        IReadOnlyCollection<string> machineTypes,
        IReadOnlyCollection<string> regions) =>
        [.. machineTypes.SelectMany(type => regions.Select(region => Create(type, region))).Distinct()];

    /// <inheritdoc/>
    public override string ToString() => TerminalText.Sanitize($"{MachineType} in {Region}");
}
