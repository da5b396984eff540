namespace Paperspace;

/// <summary>How to wait.</summary>
public sealed class MachineWaitOptions
{
    /// <summary>The default time limit, which suits a slow start.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(20);

    /// <summary>How long the wait may take, all in all.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>The longest pause between two polls; null to begin with a second and grow to five.</summary>
    public TimeSpan? PollInterval { get; init; }
}
