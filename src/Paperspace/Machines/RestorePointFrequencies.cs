namespace Paperspace;

/// <summary>Names the known values of <see cref="Machine.RestorePointFrequency"/>.</summary>
public static class RestorePointFrequencies
{
    /// <summary>The machine is restored at each shutdown.</summary>
    public const string Shutdown = "shutdown";

    /// <summary>Gets all known values.</summary>
    public static IReadOnlyList<string> Known { get; } = [Shutdown];
}
