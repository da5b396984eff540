namespace Paperspace;

/// <summary>Names the known ways of billing a machine.</summary>
public static class BillingTypes
{
    /// <summary>By the hour of use.</summary>
    public const string Hourly = "hourly";

    /// <summary>A flat monthly price.</summary>
    public const string Monthly = "monthly";

    /// <summary>Gets all of them.</summary>
    public static IReadOnlyList<string> Known { get; } = [Hourly, Monthly];
}
