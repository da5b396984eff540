namespace Paperspace.Simulator;

/// <summary>Names the events that a simulated machine goes through.</summary>
internal static class SimulatedEventName
{
    public const string Create = "create";
    public const string Start = "start";
    public const string Stop = "stop";
    public const string Restart = "restart";
    public const string Deactivate = "deactivate";
    public const string BillSessions = "bill-sessions";
    public const string SnapshotCreate = "snapshot-create";
    public const string SnapshotDelete = "snapshot-delete";
    public const string SnapshotRestore = "snapshot-restore";
    public const string TemplateCreate = "template-create";
    public const string BillUpgrade = "bill-upgrade";
    public const string Upgrade = "vm-upgrade";
}
