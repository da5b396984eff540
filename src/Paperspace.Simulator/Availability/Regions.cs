namespace Paperspace.Simulator;

/// <summary>The regions, by the long names that the API uses.</summary>
internal static class Regions
{
    public const string NewYork = "East Coast (NY2)";
    public const string California = "West Coast (CA1)";
    public const string Amsterdam = "Europe (AMS1)";

    public static bool Has(string name) => name is NewYork or California or Amsterdam;
}
