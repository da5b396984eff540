namespace Paperspace.Simulator;

/// <summary>Holds how long each transition of a machine takes at speed 1, by default as recorded from the real service.</summary>
public sealed record TransitionDurations
{
    /// <summary>Gets or sets the time from a create request to the end of its <c>create</c> event.</summary>
    public TimeSpan Create { get; init; } = TimeSpan.FromSeconds(32);

    /// <summary>Gets or sets how long a <c>start</c> event takes; at its end the machine is <c>serviceready</c>.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Gets or sets the time from <c>serviceready</c> to <c>ready</c>.</summary>
    public TimeSpan Agent { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Gets or sets how long a <c>stop</c> event takes; at its end the machine is <c>off</c>.</summary>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(68);

    /// <summary>Gets or sets how long a <c>restart</c> event takes; at its end the machine still reads <c>restarting</c>.</summary>
    public TimeSpan Restart { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>Gets or sets the time from the end of a <c>restart</c> event to <c>ready</c>.</summary>
    public TimeSpan RestartToReady { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long a <c>deactivate</c> event takes, the first half of a destroy.</summary>
    public TimeSpan Deactivate { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Gets or sets how long a <c>bill-sessions</c> event takes, the second half of a destroy; at its end the machine is
    /// removed.</summary>
    public TimeSpan BillSessions { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets how long a <c>snapshot-create</c> event takes, which leaves the state alone.</summary>
    public TimeSpan Snapshot { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Gets or sets how long a <c>snapshot-delete</c> event takes.</summary>
    public TimeSpan SnapshotDelete { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Gets or sets how long a <c>snapshot-restore</c> event takes, which leaves the state alone.</summary>
    public TimeSpan SnapshotRestore { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets how long a <c>template-create</c> event takes, of a machine that is off and stays so.</summary>
    public TimeSpan TemplateCreate { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>Gets or sets the time from <c>ready</c> until the machine has its dynamic address; zero for from the start.</summary>
    public TimeSpan DynamicIp { get; init; } = TimeSpan.Zero;

    /// <summary>Gets or sets how long a <c>vm-upgrade</c> event takes, of a machine whose type or disk is changed.</summary>
    public TimeSpan Upgrade { get; init; } = TimeSpan.FromSeconds(120);
}
