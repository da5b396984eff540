namespace Paperspace.PowerShell;

/// <summary>Describes machines in texts for the terminal.</summary>
internal static class MachineExtensions
{
    /// <summary>Returns a line about a machine.</summary>
    public static string Summarize(this Machine machine) => TerminalText.Sanitize(
        $"{machine.Name} ({machine.Id}): {machine.State}, {machine.MachineType}, {Regions.ShortName(machine.Region)}");
}
