namespace Paperspace.PowerShell;

/// <summary>How machines appear in errors and tooltips.</summary>
internal static class MachineText
{
    /// <summary>What an error is about: the machine where it was given, else its id.</summary>
    public static object Target(this MachineIdentity identity) => identity.Machine ?? (object)identity.Id;

    /// <summary>A machine in a line.</summary>
    public static string Summary(this Machine machine) =>
        DisplayText.Plain($"{machine.Name} ({machine.Id}): {machine.State}, {machine.MachineType}, {Regions.ShortName(machine.Region)}");
}
