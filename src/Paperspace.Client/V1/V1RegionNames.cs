namespace Paperspace.Client;

/// <summary>Formats region names for the V1 API's requests.</summary>
internal static class V1RegionNames
{
    /// <summary>Returns the short name of a known region in lower case; any other string unchanged.</summary>
    public static string? ToRequest(string? region)
    {
        if (region is null) return null;
        var name = Regions.FullName(region);
        return Regions.Known.Contains(name) ? Regions.ShortName(name)!.ToLowerInvariant() : region;
    }
}
