namespace Paperspace;

/// <summary>Specifies how to wait.</summary>
public sealed class MachineWaitOptions
{
    /// <summary>Gets the default time limit, 20 minutes, which allows for a slow start.</summary>
    public static TimeSpan DefaultTimeout { get; } = TimeSpan.FromMinutes(20);

    /// <summary>
    /// Gets the time limit of each operation; zero means a single poll. The last poll may exceed the limit by a few
    /// seconds.
    /// </summary>
    public TimeSpan Timeout { get; init; } = DefaultTimeout;

    /// <summary>Gets the maximum interval between polls; null to start at 1 second and increase to 5.</summary>
    public TimeSpan? PollInterval { get; init; }

    /// <summary>Checks the options.</summary>
    /// <exception cref="PaperspaceException">An option is out of range.</exception>
    public void Validate()
    {
        if (Timeout < TimeSpan.Zero)
            throw PaperspaceException.InvalidRequest("Timeout must be 0 or greater.", nameof(Timeout));
        if (PollInterval <= TimeSpan.Zero)
            throw PaperspaceException.InvalidRequest("PollInterval must be greater than 0.", nameof(PollInterval));
    }
}
