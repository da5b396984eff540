namespace Paperspace.Simulator;

/// <summary>Specifies the durations of machine transitions at speed 1. The defaults were recorded from the real service.</summary>
public sealed record TransitionDurations
{
    /// <summary>Gets or sets the time from a create request to the end of its <c>create</c> event.</summary>
    public TimeSpan Create { get; init; } = TimeSpan.FromSeconds(32);

    /// <summary>Gets or sets the duration of a <c>start</c> event, after which the machine is <c>serviceready</c>.</summary>
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>Gets or sets the time from <c>serviceready</c> to <c>ready</c>.</summary>
    public TimeSpan Agent { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Gets or sets the duration of a <c>stop</c> event, after which the machine is <c>off</c>.</summary>
    public TimeSpan Stop { get; init; } = TimeSpan.FromSeconds(68);

    /// <summary>Gets or sets the duration of a <c>restart</c> event, after which the machine is still <c>restarting</c>.</summary>
    public TimeSpan Restart { get; init; } = TimeSpan.FromSeconds(35);

    /// <summary>Gets or sets the time from the end of a <c>restart</c> event to <c>ready</c>.</summary>
    public TimeSpan RestartToReady { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the duration of a <c>deactivate</c> event, the first half of a deletion.</summary>
    public TimeSpan Deactivate { get; init; } = TimeSpan.FromSeconds(25);

    /// <summary>
    /// Gets or sets the duration of a <c>bill-sessions</c> event, the second half of a deletion, after which the
    /// machine is removed.
    /// </summary>
    public TimeSpan BillSessions { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Gets or sets the duration of a <c>snapshot-create</c> event, which does not change the state.</summary>
    public TimeSpan Snapshot { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Gets or sets the duration of a <c>snapshot-delete</c> event.</summary>
    public TimeSpan SnapshotDelete { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Gets or sets the duration of a <c>snapshot-restore</c> event, which does not change the state.</summary>
    public TimeSpan SnapshotRestore { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Gets or sets the duration of a <c>template-create</c> event of a machine that is off.</summary>
    public TimeSpan TemplateCreate { get; init; } = TimeSpan.FromSeconds(90);

    /// <summary>
    /// Gets or sets the time from <c>ready</c> until the machine has its dynamic public IP address; zero to have it
    /// from the start.
    /// </summary>
    public TimeSpan DynamicIp { get; init; } = TimeSpan.Zero;

    /// <summary>Gets or sets the duration of a <c>vm-upgrade</c> event, which changes the machine type or disk size.</summary>
    public TimeSpan Upgrade { get; init; } = TimeSpan.FromSeconds(120);
}
