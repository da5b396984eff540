namespace Paperspace;

/// <summary>Names the known billing types of a machine.</summary>
public static class BillingTypes
{
    /// <summary>Billed by the hour of use.</summary>
    public const string Hourly = "hourly";

    /// <summary>Billed at a flat monthly price.</summary>
    public const string Monthly = "monthly";

    /// <summary>Gets all known values.</summary>
    public static IReadOnlyList<string> Known { get; } = [Hourly, Monthly];
}
