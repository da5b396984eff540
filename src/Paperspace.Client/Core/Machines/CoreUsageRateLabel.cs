namespace Paperspace.Client;

/// <summary>Reads the label of a usage rate, such as <c>P4000 hourly</c>.</summary>
internal static class CoreUsageRateLabel
{
    /// <summary>Returns the machine type in the label; null if it has none.</summary>
    public static string? FindMachineType(string? usageRate)
    {
        var space = usageRate?.IndexOf(' ') ?? -1;
        return space > 0 ? usageRate!.Substring(0, space) : null;
    }
}
