namespace Paperspace.Client;

/// <summary>Spells regions as the V1 API's requests have them.</summary>
internal static class V1RegionNames
{
    /// <summary>Returns the short name in lower case; any text that is no known region as it is.</summary>
    public static string? ToRequest(string? region)
    {
        if (region is null) return null;
        var name = Regions.FullName(region);
        return Regions.Known.Contains(name) ? Regions.ShortName(name)!.ToLowerInvariant() : region;
    }
}
