namespace Paperspace.PowerShell;

/// <summary>The kinds of resources that have a cost.</summary>
internal enum CostKind
{
    Machine,
    Disk,
    PublicIp,
    Snapshot,
    Template,
    SharedDrive,
}

/// <summary>Names the kinds.</summary>
internal static class CostKinds
{
    /// <summary>Returns the plural of a kind.</summary>
    public static string GetPlural(CostKind kind) => kind switch
    {
        CostKind.Machine => "machines",
        CostKind.Disk => "disks",
        CostKind.PublicIp => "static addresses",
        CostKind.Snapshot => "snapshots",
        CostKind.Template => "custom templates",
        CostKind.SharedDrive => "shared drives",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
