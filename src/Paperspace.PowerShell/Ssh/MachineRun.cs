namespace Paperspace.PowerShell;

/// <summary>Tracks the work of a command on one machine, which decides at its end whether the machine may be stopped.</summary>
internal sealed class MachineRun
{
    private const string JobNote = "busy ";

    private volatile MachineStatus? _status;
    private volatile IReadOnlyList<string> _runningJobs = [];
    private volatile bool _hasBegun;
    private volatile bool _wasRunning;
    private volatile SshEndpoint? _endpoint;

    /// <summary>Creates a run.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="stops">Whether the machine is stopped at the end.</param>
    public MachineRun(ResourceIdentity<Machine> machine, bool stops)
    {
        (Machine, Stops) = (machine, stops);
    }

    /// <summary>Gets the machine.</summary>
    public ResourceIdentity<Machine> Machine { get; }

    /// <summary>Gets whether the machine is stopped at the end.</summary>
    public bool Stops { get; }

    /// <summary>Gets or sets how the machine is connected to; null until that is known.</summary>
    public SshEndpoint? Endpoint
    {
        get => _endpoint;
        set => _endpoint = value;
    }

    /// <summary>Gets or sets whether a shell or a command has run.</summary>
    public bool HasBegun
    {
        get => _hasBegun;
        set => _hasBegun = value;
    }

    /// <summary>Gets or sets whether the machine was running before the command.</summary>
    public bool WasRunning
    {
        get => _wasRunning;
        set => _wasRunning = value;
    }

    /// <summary>Gets or sets what progress shows; null for nothing.</summary>
    public MachineStatus? Status
    {
        get => _status;
        set => _status = value;
    }

    /// <summary>Gets or sets the detached jobs that were running when last seen.</summary>
    public IReadOnlyList<string> RunningJobs
    {
        get => _runningJobs;
        set => _runningJobs = value;
    }

    /// <summary>Gets the name to show, with the id.</summary>
    public string Name => Endpoint?.ToString() ?? Machine.ToString();

    /// <summary>Takes a note of a script as it comes.</summary>
    /// <returns>Whether the script has begun.</returns>
    public bool Take(string note)
    {
        if (FindJob(note) is { } job) RunningJobs = [.. RunningJobs, job];
        if (note != "begin") return false;
        return HasBegun = true;
    }

    /// <summary>Returns the running job that a note names; null if it is about something else.</summary>
    public static string? FindJob(string note) =>
        note.StartsWith(JobNote, StringComparison.Ordinal) ? TerminalText.Sanitize(note.Substring(JobNote.Length)) : null;
}
