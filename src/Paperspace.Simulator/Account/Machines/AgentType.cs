namespace Paperspace.Simulator;

/// <summary>Says which agent runs on a machine, by its system and whether that has a desktop.</summary>
internal enum AgentType
{
    LinuxHeadless,
    LinuxDesktop,
    WindowsDesktop,
}
