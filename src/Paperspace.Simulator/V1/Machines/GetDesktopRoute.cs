namespace Paperspace.Simulator.V1;

internal sealed class GetDesktopRoute() : V1Route("GET", "/machines/{id}/desktop")
{
    private const int VncPort = 5900;
    private const int RemoteDesktopPort = 3389;

    protected override SimulatedResponse Respond(V1Request request)
    {
        var machine = request.Machine();
        return JsonResponse.Create(writer =>
        {
            writer.WriteStartObject();
            switch (machine.Template.AgentType)
            {
                case AgentType.WindowsDesktop:
                    writer.WritePropertyName("windows");
                    Write(machine.PrivateIp, RemoteDesktopPort, "publicIp", request.View(machine).PublicIp);
                    break;
                case AgentType.LinuxDesktop:
                    writer.WritePropertyName("vnc");
                    Write(machine.PrivateIp, VncPort, "password", machine.DesktopPassword);
                    break;
            }

            writer.WriteEndObject();

            void Write(string host, int port, string name, string? value)
            {
                writer.WriteStartObject();
                writer.WritePropertyName("hostname");
                writer.WriteValue(host);
                writer.WritePropertyName("port");
                writer.WriteValue(port);
                if (value is not null)
                {
                    writer.WritePropertyName(name);
                    writer.WriteValue(value);
                }

                writer.WriteEndObject();
            }
        });
    }
}
