using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>The cells of a machine's row in a table. For Paperspace.format.ps1xml.</summary>
/// <remarks>
/// PowerShell sizes the columns by the rows of the first moments. Cells are filled up to a least width, so that a later row, in a long list or
/// from -Wait, is not cut off because the first ones happened to be short. With names of up to 19 characters all columns fit 100.
/// </remarks>
public static class MachineRow
{
    private const int NameWidth = 15;
    private const int StateWidth = 8;
    private const int TypeWidth = 8;
    private const int LongestType = 10;
    private const int AddressWidth = 15;
    private const int AgeWidth = 4;
    private const int RamWidth = 6;

    /// <summary>The name, shortened to leave room for the other columns.</summary>
    public static string Name(Machine machine) => MachineView.ShortName(machine.Name).PadRight(NameWidth);

    /// <summary>The state in the colour of what it means.</summary>
    public static string State(Machine machine, PSHost? host) =>
        MachineView.State(machine, host) + new string(' ', Math.Max(0, StateWidth - MachineView.ShortState(machine).Length));

    /// <summary>The machine type.</summary>
    public static string Type(Machine machine) => ViewText.Short(machine.MachineType, LongestType).PadRight(TypeWidth);

    /// <summary>The public address; the private one where there is none.</summary>
    public static string Address(Machine machine) => ViewText.Text(
        string.IsNullOrWhiteSpace(machine.PublicIpAddress) ? machine.PrivateIpAddress : machine.PublicIpAddress).PadRight(AddressWidth);

    /// <summary>How old it was when it was read.</summary>
    public static string Age(Machine machine) => ViewText.Age(machine.Age).PadLeft(AgeWidth);

    /// <summary>Memory.</summary>
    public static string Ram(Machine machine) => ViewText.Size(machine.Ram).PadLeft(RamWidth);
}
