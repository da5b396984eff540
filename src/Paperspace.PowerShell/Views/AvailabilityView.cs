using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>What the views of an availability show. For Paperspace.format.ps1xml.</summary>
public static class AvailabilityView
{
    /// <summary>Whether it can be had, in the colour of what that means.</summary>
    public static string Available(MachineAvailability availability, PSHost? host) => HostColour.Paint(
        ViewText.YesNo(availability.Available),
        availability.Available switch { true => HostColour.Green, false => HostColour.Red, null => null },
        host);
}
