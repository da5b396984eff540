namespace Paperspace.Simulator.Server;

/// <summary>The exception that is thrown for an invalid command line. Its message is shown to the user.</summary>
internal sealed class UsageException(string message) : Exception(message)
{
    public UsageException(string option, string takes, string? value)
        : this(value is null ? $"{option} takes {takes}, but no value follows it." : $"{option} takes {takes}, not '{value}'.")
    {
    }
}
