namespace Paperspace;

/// <summary>Tells in which regions machines of a type can be had now: a row of a matrix of machine types and regions.</summary>
public sealed class MachineTypeAvailability
{
    /// <summary>Creates a row.</summary>
    /// <param name="machineType">The machine type.</param>
    /// <param name="regions">Whether such machines can be requested, by the short names of the regions that were asked about; null where
    /// the API did not say.</param>
    public MachineTypeAvailability(string machineType, IReadOnlyDictionary<string, bool?> regions)
    {
        MachineType = machineType ?? throw new ArgumentNullException(nameof(machineType));
        Regions = regions ?? throw new ArgumentNullException(nameof(regions));
        Region = new ReadableList<string>(regions.Where(region => region.Value == true).Select(region => region.Key));
    }

    /// <summary>Gets the machine type.</summary>
    public string MachineType { get; }

    /// <summary>Gets whether such machines can be requested, by the short names of the regions that were asked about.</summary>
    public IReadOnlyDictionary<string, bool?> Regions { get; }

    /// <summary>Gets the short names of the regions where such machines can be requested now.</summary>
    public IReadOnlyList<string> Region { get; }

    /// <summary>Gets whether such machines can be requested in any of the regions.</summary>
    public bool Available => Region.Count > 0;

    /// <summary>Gets whether they can be requested in New York; null where that was not asked or not told.</summary>
    public bool? NY2 => Find(Paperspace.Regions.EastCoast);

    /// <summary>Gets whether they can be requested in California; null where that was not asked or not told.</summary>
    public bool? CA1 => Find(Paperspace.Regions.WestCoast);

    /// <summary>Gets whether they can be requested in Amsterdam; null where that was not asked or not told.</summary>
    public bool? AMS1 => Find(Paperspace.Regions.Europe);

    /// <summary>Gets the other regions where they can be requested, between commas; null for none.</summary>
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
