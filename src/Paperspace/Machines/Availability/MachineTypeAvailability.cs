namespace Paperspace;

/// <summary>Describes the regions where a machine type is available: one row of a matrix of machine types and regions.</summary>
public sealed class MachineTypeAvailability
{
    /// <summary>Creates a row.</summary>
    /// <param name="machineType">The machine type.</param>
    /// <param name="regions">Whether the type is available, by the short name of each region read; null if the API did
    /// not say.</param>
    public MachineTypeAvailability(string machineType, IReadOnlyDictionary<string, bool?> regions)
    {
        MachineType = machineType ?? throw new ArgumentNullException(nameof(machineType));
        Regions = regions ?? throw new ArgumentNullException(nameof(regions));
        Region = new ReadableList<string>(regions.Where(region => region.Value == true).Select(region => region.Key));
    }

    /// <summary>Gets the machine type.</summary>
    public string MachineType { get; }

    /// <summary>Gets whether the machine type is available, by the short name of each region read; null if the API did not say.</summary>
    public IReadOnlyDictionary<string, bool?> Regions { get; }

    /// <summary>Gets the short names of the regions where the machine type is available.</summary>
    public IReadOnlyList<string> Region { get; }

    /// <summary>Gets whether the machine type is available in any region.</summary>
    public bool Available => Region.Count > 0;

    /// <summary>Gets whether the machine type is available in New York (NY2); null if unknown.</summary>
    public bool? NY2 => Find(Paperspace.Regions.EastCoast);

    /// <summary>Gets whether the machine type is available in California (CA1); null if unknown.</summary>
    public bool? CA1 => Find(Paperspace.Regions.WestCoast);

    /// <summary>Gets whether the machine type is available in Amsterdam (AMS1); null if unknown.</summary>
    public bool? AMS1 => Find(Paperspace.Regions.Europe);

    /// <summary>Gets the other regions where the machine type is available, separated by commas; null if there are none.</summary>
    public string? Elsewhere
    {
        get
        {
            var known = Paperspace.Regions.Known.Select(region => Paperspace.Regions.ShortName(region)!);
            var others = Region.Except(known, StringComparer.OrdinalIgnoreCase).ToArray();
            return others.Length == 0 ? null : string.Join(", ", others);
        }
    }

    private bool? Find(string region) => Regions.TryGetValue(Paperspace.Regions.ShortName(region)!, out var available) ? available : null;
}
