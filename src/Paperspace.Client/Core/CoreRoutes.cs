namespace Paperspace.Client.Core;

/// <summary>The Core API's paths.</summary>
internal static class CoreRoutes
{
    public const string Create = "machines/createSingleMachinePublic";
    public const string List = "machines/getMachines";
    public const string Show = "machines/getMachinePublic";
    public const string Utilization = "machines/getUtilization";
    public const string Availability = "machines/getAvailability";
    public const string Templates = "templates/getTemplates";

    /// <summary>The path of an action on a machine.</summary>
    public static string Action(string machineId, string action) => $"machines/{ResourceId.Require(machineId, "machineId")}/{action}";

    /// <summary>Whether requests to this path are about one machine, so that a 404 means it is not there.</summary>
    public static bool IsAboutOneMachine(string path) => path is not (Create or List or Availability or Templates);
}
