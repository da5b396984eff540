namespace Paperspace.Client;

/// <summary>Parses usage rate labels, such as <c>P4000 hourly</c>.</summary>
internal static class CoreUsageRateLabel
{
    /// <summary>Returns the machine type in a label; null if there is none.</summary>
    public static string? FindMachineType(string? usageRate)
    {
        var space = usageRate?.IndexOf(' ') ?? -1;
        return space > 0 ? usageRate!.Substring(0, space) : null;
    }
}
