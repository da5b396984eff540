using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>The cells of a machine's row in a table. For Paperspace.format.ps1xml.</summary>
/// <remarks>
/// PowerShell sizes the columns by the rows of the first moments and cuts off what a window has no room for. So cells are filled up to a width:
/// a later row, in a long list or from -Wait, is not cut off because the first ones were short, and windows of 80 and 100 columns end
/// where a column does. The name has three widths; with each step 80 columns lose a whole column, and 100 a part of the GPU.
/// </remarks>
public static class MachineRow
{
    private const int StateWidth = MachineView.LongestState;
    private const int TypeWidth = 8;
    private const int AddressWidth = 15;
    private const int AgeWidth = 4;
    private const int RamWidth = 6;

    private static readonly int[] NameWidths = [14, 19, MachineView.LongestName];

    /// <summary>The name, shortened to leave room for the other columns.</summary>
    public static string Name(Machine machine)
    {
        var name = MachineView.ShortName(machine.Name);
        return name.PadRight(NameWidths.First(width => name.Length <= width));
    }

    /// <summary>The state in the colour of what it means.</summary>
    public static string State(Machine machine, PSHost? host) =>
        MachineView.State(machine, host) + new string(' ', StateWidth - MachineView.ShortState(machine).Length);

    /// <summary>The machine type.</summary>
    public static string Type(Machine machine) => ViewText.Short(machine.MachineType, TypeWidth).PadRight(TypeWidth);

    /// <summary>The public address; the private one where there is none.</summary>
    public static string Address(Machine machine) => ViewText.Text(
        string.IsNullOrWhiteSpace(machine.PublicIpAddress) ? machine.PrivateIpAddress : machine.PublicIpAddress).PadRight(AddressWidth);

    /// <summary>How old it was when it was read.</summary>
    public static string Age(Machine machine) => ViewText.Age(machine.Age).PadLeft(AgeWidth);

    /// <summary>Memory.</summary>
    public static string Ram(Machine machine) => ViewText.Size(machine.Ram).PadLeft(RamWidth);
}
