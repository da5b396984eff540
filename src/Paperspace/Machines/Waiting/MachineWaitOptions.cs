namespace Paperspace;

/// <summary>Holds how to wait.</summary>
public sealed class MachineWaitOptions
{
    /// <summary>Gets the default time limit, which suits a slow start.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(20);

    /// <summary>Gets how long the wait may take, all in all; zero means one poll. For those that do not arrive in time, the newest events
    /// are asked for during a few seconds more.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Gets the longest pause between two polls; null to begin with a second and grow to five.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>Checks that the options make sense.</summary>
    /// <exception cref="PaperspaceException">They do not.</exception>
    public void Validate()
    {
        if (Timeout < TimeSpan.Zero)
            throw PaperspaceException.InvalidRequest("Timeout is how long to wait at the most, 0 or more.", nameof(Timeout));
        if (PollInterval <= TimeSpan.Zero)
            throw PaperspaceException.InvalidRequest("PollInterval is the longest pause between polls, above 0.", nameof(PollInterval));
    }
}
