namespace Paperspace.Client;

/// <summary>Represents the desktop connections of a machine in the V1 API.</summary>
internal sealed class V1DesktopJson
{
    private static readonly JsonMap<MachineDesktop> Desktop = new JsonMap<MachineDesktop>((it, others) => it.AdditionalData = others)
        .String("hostname", (it, value) => it.Hostname = value)
        .Int32("port", (it, value) => it.Port = value)
        .Secret("password", (it, value) => it.Password = value)
        .String("publicIp", (it, value) => it.PublicIpAddress = value);

    public static JsonMap<V1DesktopJson> Map { get; } = new JsonMap<V1DesktopJson>((_, _) => { })
        .Object("vnc", Desktop, (it, value) => it.Vnc = value)
        .Object("windows", Desktop, (it, value) => it.Windows = value);

    /// <summary>Gets or sets the connection to a Linux desktop; null if there is none.</summary>
    public MachineDesktop? Vnc { get; set; }

    /// <summary>Gets or sets the connection to a Windows desktop; null if there is none.</summary>
    public MachineDesktop? Windows { get; set; }

    public IReadOnlyList<MachineDesktop> ToDesktops(string machineId) =>
        [.. Complete(Vnc, DesktopProtocols.Vnc, machineId), .. Complete(Windows, DesktopProtocols.Rdp, machineId)];

    private static IEnumerable<MachineDesktop> Complete(MachineDesktop? desktop, string protocol, string machineId)
    {
        if (desktop is null) yield break;
        (desktop.MachineId, desktop.Protocol) = (machineId, protocol);
        yield return desktop;
    }
}
