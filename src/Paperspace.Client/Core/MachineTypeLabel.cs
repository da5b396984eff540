namespace Paperspace.Client.Core;

/// <summary>Fills in the machine type where older answers leave it out.</summary>
internal static class MachineTypeLabel
{
    /// <summary>The first word of a rate's label such as <c>P4000 hourly</c>.</summary>
    public static string? From(string? usageRate)
    {
        var space = usageRate?.IndexOf(' ') ?? -1;
        return space > 0 ? usageRate!.Substring(0, space) : null;
    }
}
