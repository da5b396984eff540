namespace Paperspace;

/// <summary>Names the known values of <see cref="MachineEvent.Name"/>. The API may send others.</summary>
public static class MachineEventNames
{
    /// <summary>The machine is created.</summary>
    public const string Create = "create";

    /// <summary>The machine is started.</summary>
    public const string Start = "start";

    /// <summary>The machine is stopped.</summary>
    public const string Stop = "stop";

    /// <summary>The machine is restarted.</summary>
    public const string Restart = "restart";

    /// <summary>The machine is deleted.</summary>
    public const string Deactivate = "deactivate";

    /// <summary>The machine's use is billed, for example at the end of a deletion.</summary>
    public const string BillSessions = "bill-sessions";

    /// <summary>The machine is shut down by force.</summary>
    public const string ForcedShutdown = "vm-shutdown-force";

    /// <summary>The machine's type is changed.</summary>
    public const string Upgrade = "vm-upgrade";

    /// <summary>A snapshot of the disk is taken.</summary>
    public const string SnapshotCreate = "snapshot-create";

    /// <summary>A snapshot of the disk is deleted.</summary>
    public const string SnapshotDelete = "snapshot-delete";

    /// <summary>The disk is restored to a snapshot.</summary>
    public const string SnapshotRestore = "snapshot-restore";

    /// <summary>A template is created from the machine.</summary>
    public const string TemplateCreate = "template-create";
}
