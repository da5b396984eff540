namespace Paperspace;

/// <summary>Names the known values of <see cref="MachineDesktop.Protocol"/>.</summary>
public static class DesktopProtocols
{
    /// <summary>Virtual Network Computing, used by Linux machines.</summary>
    public const string Vnc = "VNC";

    /// <summary>Remote Desktop Protocol, used by Windows machines.</summary>
    public const string Rdp = "RDP";
}
