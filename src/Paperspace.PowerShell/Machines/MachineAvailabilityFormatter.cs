using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>Formats the values of an availability for the views of Paperspace.format.ps1xml.</summary>
public sealed class MachineAvailabilityFormatter : DisplayFormatter
{
    private MachineAvailabilityFormatter()
    {
    }

    /// <summary>Gets the formatter of an availability's values.</summary>
    public static MachineAvailabilityFormatter Instance { get; } = new();

    private protected override string FormatValue(string format, object? value) =>
        format switch
        {
            nameof(Available) when DisplayValue.ToItems(value) is [var available, var host] => Available(
                available,
                DisplayValue.Unwrap(host) as PSHost),
            _ => base.FormatValue(format, value),
        };

    private static string Available(object? available, PSHost? host) => HostColor.Paint(
        YesNo(available),
        DisplayValue.ToBoolean(available) switch { true => HostColor.Green, false => HostColor.Red, null => null },
        host);
}
