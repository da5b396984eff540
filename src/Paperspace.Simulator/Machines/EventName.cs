namespace Paperspace.Simulator;

/// <summary>The events that a machine goes through here.</summary>
internal static class EventName
{
    public const string Create = "create";
    public const string Start = "start";
    public const string Stop = "stop";
    public const string Restart = "restart";
    public const string Deactivate = "deactivate";
    public const string BillSessions = "bill-sessions";
    public const string SnapshotCreate = "snapshot-create";
    public const string Upgrade = "vm-upgrade";
}
