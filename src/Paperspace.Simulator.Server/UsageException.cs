namespace Paperspace.Simulator.Server;

/// <summary>Represents a command line that cannot be followed; its message is for whoever typed it.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    public UsageException(string option, string takes, string? given)
        : this(given is null ? $"{option} takes {takes}, but nothing follows it." : $"{option} takes {takes}, not '{given}'.")
    {
    }
}
