using System.Collections;
using Paperspace.Client;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Ssh;

/// <summary>A session connected to a simulated account whose machines change a thousand times faster, on the clock of the system, since
/// ssh has no other. Scripts connect to the server with <c>@ssh</c>.</summary>
internal sealed class SshHost : IDisposable
{
    private readonly PaperspaceAccount _account;

    /// <summary>Starts with these machines.</summary>
    public SshHost(SshServer server, PaperspaceApiVersion api, params MachineSeed[] machines)
        : this(server, api, null, 1000, machines)
    {
    }

    /// <summary>Starts with these machines, a host that shows things, and machines that change so much faster.</summary>
    public SshHost(SshServer server, PaperspaceApiVersion api, RecordingHost? host, double speed, params MachineSeed[] machines)
    {
        SshServer.Require();
        Server = server;
        Simulator = new SimulatedPaperspace(new SimulatorOptions { Seeds = machines, Speed = speed, LogCapacity = 10_000 });
        var options = new PaperspaceClientOptions
        {
            ApiKey = "any",
            ApiVersion = api,
            BaseUri = new Uri(api == PaperspaceApiVersion.V1 ? "http://localhost/v1" : "http://localhost"),
            Handler = new HookedHandler(
                new SimulatorHandler(Simulator), (request, send, token) => Hook is { } hook ? hook(request, send, token) : send()),
            PauseSpeed = speed,
        };
        _account = new PaperspaceAccount("ssh", options.BaseUri, "test", new PaperspaceClient(options));
        Session = new Session(host);
        Session.Connect(_account);
        Session.Set("ssh", Parameters(server.Port));
    }

    /// <summary>The server.</summary>
    public SshServer Server { get; }

    /// <summary>The account.</summary>
    public SimulatedPaperspace Simulator { get; }

    /// <summary>The session.</summary>
    public Session Session { get; }

    /// <summary>Handles requests in place of the account; null for none.</summary>
    public Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, CancellationToken, Task<HttpResponseMessage>>? Hook { get; set; }

    /// <summary>The parameters that connect to a port of loopback.</summary>
    public Hashtable Parameters(int port) => new()
    {
        ["HostName"] = "127.0.0.1",
        ["Port"] = port,
        ["UserName"] = SshServer.UserName,
        ["IdentityFile"] = Server.Key,
        ["SshOption"] = new[] { $"UserKnownHostsFile={Server.KnownHosts}", "GlobalKnownHostsFile=/dev/null", "IdentitiesOnly=yes", "HashKnownHosts=no" },
    };

    /// <summary>Runs a script in the session.</summary>
    public Outcome Run(string script, params object[] input) => Session.Run(script, input);

    /// <summary>Starts a script, for a test that stops it.</summary>
    public System.Management.Automation.PowerShell Start(string script) => Session.Start(script);

    /// <summary>The state of a machine.</summary>
    public string StateOf(string id) => Run($"(Get-PsMachine -MachineId {id}).State").Succeeded().Single<string>();

    /// <summary>How often an action was requested for a machine.</summary>
    public int Count(string action, string id) => Simulator.Log.Count(request =>
        request.Method != "GET"
        && request.Path.Contains($"/{id}/{action}", StringComparison.Ordinal));

    /// <inheritdoc/>
    public void Dispose()
    {
        Session.Dispose();
        _account.Dispose();
    }
}
