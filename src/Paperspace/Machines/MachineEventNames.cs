namespace Paperspace;

/// <summary>Names known values of <see cref="MachineEvent.Name"/>. The API may send others.</summary>
public static class MachineEventNames
{
    /// <summary>The machine is created.</summary>
    public const string Create = "create";

    /// <summary>It is started.</summary>
    public const string Start = "start";

    /// <summary>It is stopped.</summary>
    public const string Stop = "stop";

    /// <summary>It is restarted.</summary>
    public const string Restart = "restart";

    /// <summary>It is destroyed.</summary>
    public const string Deactivate = "deactivate";

    /// <summary>Its use is billed, the last step of being destroyed among others.</summary>
    public const string BillSessions = "bill-sessions";

    /// <summary>It is shut down by force.</summary>
    public const string ForcedShutdown = "vm-shutdown-force";

    /// <summary>Its specification is changed.</summary>
    public const string Upgrade = "vm-upgrade";

    /// <summary>A snapshot of its disk is taken.</summary>
    public const string SnapshotCreate = "snapshot-create";

    /// <summary>A snapshot of its disk is deleted.</summary>
    public const string SnapshotDelete = "snapshot-delete";

    /// <summary>Its disk is set back to a snapshot.</summary>
    public const string SnapshotRestore = "snapshot-restore";

    /// <summary>A template is made of it.</summary>
    public const string TemplateCreate = "template-create";
}
