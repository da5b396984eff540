using System.Text;
using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests.Parity;

/// <summary>Holds the requests that the commands of all cases sent, each case with a key of its own.</summary>
public sealed class OurRequests : IAsyncLifetime
{
    private const string Machine = """{"id":"psec02yp2","name":"One","state":"ready","usageRate":"P4000 hourly","events":[]}""";
    private const string Script = """{"id":"sc123abc","name":"My Script","isEnabled":true,"runOnce":false}""";

    private readonly ScriptedServer _server = ScriptedServer.Replying(Reply);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("boot.sh", "#!/bin/bash\necho hi\n");
        var script = new StringBuilder("""
            Import-Module $env:PaperspaceModule
            function Protect([string] $Text) { $secret = [securestring]::new(); foreach ($letter in $Text.ToCharArray()) { $secret.AppendChar($letter) }; $secret }

            """);
        foreach (var (index, each) in ParityCase.All.Index())
        {
            var command = each.Command
                .Replace("{account}", $"-ApiKey {Key(index)} -BaseUri {_server.BaseUri}", StringComparison.Ordinal)
                .Replace("{file}", file, StringComparison.Ordinal);
            script.Append("$null = ").AppendLine(command);
        }

        await Engine.RunAsync(script.ToString());
    }

    /// <summary>Returns the requests of a case, in order.</summary>
    internal IReadOnlyList<ParityRequest> Of(ParityCase each)
    {
        var key = Key(ParityCase.All.ToList().IndexOf(each));
        return [.. _server.Requests.Where(request => request.Headers["X-Api-Key"] == key).Select(ParityRequest.Of)];
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static string Key(int index) => $"case-{index}";

    private static Reply Reply(SeenRequest request) => request.Path switch
    {
        "/machines/getMachines" => Testing.Reply.Json($"[{Machine}]"),
        "/machines/getMachinePublic" or "/machines/createSingleMachinePublic" => Testing.Reply.Json(Machine),
        "/machines/getUtilization" => Testing.Reply.Json("""{"machineId":"psec02yp2","utilization":{"machineId":"psec02yp2","secondsUsed":60,"hourlyRate":"0.51","billingMonth":"2022-03"},"storageUtilization":{"machineId":"psec02yp2","secondsUsed":60,"monthlyRate":"5.00","billingMonth":"2022-03"}}"""),
        "/machines/getAvailability" => Testing.Reply.Json("""{"available":true}"""),
        "/scripts/getScripts" => Testing.Reply.Json($"[{Script}]"),
        "/scripts/getScript" or "/scripts/createScript" => Testing.Reply.Json(Script),
        "/scripts/getScriptText" => Testing.Reply.Json("\"echo hi\""),
        "/templates/getTemplates" => Testing.Reply.Json("""[{"id":"tbu200wi","label":"Ubuntu 20.04 Server","os":"Ubuntu 20.04 Server"}]"""),
        "/users/getUsers" => Testing.Reply.Json("""[{"id":"ubx9ce8k","email":"ada@example.com"}]"""),
        _ => Testing.Reply.NoContent,
    };
}
