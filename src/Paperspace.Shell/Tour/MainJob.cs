namespace Paperspace.Shell;

/// <summary>The main job of the module, as commands that a person could type.</summary>
internal static class MainJob
{
    /// <summary>The commands, in their order.</summary>
    public static IReadOnlyList<string> Commands { get; } =
    [
        "Connect-PsAccount -Simulator -Speed 60",
        "'render-1', 'render-2' | New-PsMachine -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Wait",
        "Get-PsMachine",
        "Get-PsMachine | Get-PsMachineUtilization",
        "Get-PsMachine -State ready | Stop-PsMachine -Wait",
        "Get-PsMachine | Remove-PsMachine -Confirm:$false -Wait",
        "(Get-PsMachine).Count",
    ];
}
