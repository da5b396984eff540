namespace Paperspace;

/// <summary>Holds how to wait.</summary>
public sealed class MachineWaitOptions
{
    /// <summary>Gets the default time limit, which suits a slow start.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(20);

    /// <summary>Gets how long to wait for each operation; zero means one poll. A last poll may take a few seconds more.</summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Gets the longest pause between two polls; null to begin with a second and grow to five.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>Checks that the options make sense.</summary>
    /// <exception cref="PaperspaceException">They do not.</exception>
    public void Validate()
    {
        if (Timeout < TimeSpan.Zero)
            throw PaperspaceException.InvalidRequest("Timeout must be 0 or greater.", nameof(Timeout));
        if (PollInterval <= TimeSpan.Zero)
            throw PaperspaceException.InvalidRequest("PollInterval must be greater than 0.", nameof(PollInterval));
    }
}
