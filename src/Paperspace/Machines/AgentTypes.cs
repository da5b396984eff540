namespace Paperspace;

/// <summary>Names the known values of <see cref="Machine.AgentType"/>. The API may send others.</summary>
public static class AgentTypes
{
    /// <summary>Linux without a desktop.</summary>
    public const string LinuxHeadless = "LinuxHeadless";

    /// <summary>Linux with a desktop.</summary>
    public const string LinuxDesktop = "LinuxDesktop";

    /// <summary>Windows.</summary>
    public const string WindowsDesktop = "WindowsDesktop";

    /// <summary>Gets all known values.</summary>
    public static IReadOnlyList<string> Known { get; } = [LinuxHeadless, LinuxDesktop, WindowsDesktop];
}
