namespace Paperspace.Client;

/// <summary>Holds the ways to see a machine's desktop as the V1 API returns them.</summary>
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

    /// <summary>Gets or sets the desktop of Linux; null if it has none.</summary>
    public MachineDesktop? Vnc { get; set; }

    /// <summary>Gets or sets the desktop of Windows; null if it has none.</summary>
    public MachineDesktop? Windows { get; set; }

    /// <summary>Returns the ways there are.</summary>
    public IReadOnlyList<MachineDesktop> ToDesktops(string machineId) =>
        [.. Complete(Vnc, DesktopProtocols.Vnc, machineId), .. Complete(Windows, DesktopProtocols.Rdp, machineId)];

    private static IEnumerable<MachineDesktop> Complete(MachineDesktop? desktop, string protocol, string machineId)
    {
        if (desktop is null) yield break;
        (desktop.MachineId, desktop.Protocol) = (machineId, protocol);
        yield return desktop;
    }
}
