using System.Text.Json.Nodes;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What each parameter of New-PsMachine sends, through the V1 API.</summary>
public sealed class V1CreateBodyTests() : CreateBodyTests(PaperspaceApiVersion.V1)
{
    [Fact]
    public async Task Every_parameter_is_sent_at_once_by_splatting_a_hashtable()
    {
        await using var host = await SimulatedHost.StartV1Async();
        host.Run(
            """
            $network = New-PsNetwork lab NY2
            $script = New-PsScript 'set up' echo
            $users = Get-PsUser
            $settings = @{
                Name = 'gpu-1'; Region = 'East Coast (NY2)'; MachineType = 'P4000'; Size = 100; BillingType = 'hourly'; TemplateId = 'tkni3aa4'
                AssignPublicIp = $true; DynamicPublicIp = $false; StartOnCreate = $false; NetworkId = $network.Id; ScriptId = $script.Id
                UserId = $users[0].Id; AccessorId = $users[1].Id; EmailPassword = $false; TakeInitialSnapshot = $true
                MarkSnapshotAsRestorePoint = $true; RestorePointFrequency = 'shutdown'; EnableNvlink = $true; ShutdownTimeoutInHours = 8
                ShutdownTimeoutForces = $true; PerformAutoSnapshot = $true; AutoSnapshotFrequency = 'day'; AutoSnapshotSaveCount = 3
            }
            New-PsMachine @settings
            """).Succeeded();
        var sent = JsonNode.Parse(Assert.Single(host.Log, request => request.Path == "/v1/machines").Body)!;
        var ids = host.Run("$network.Id; $script.Id; $users[0].Id; $users[1].Id").Succeeded().All<string>();
        var expected = JsonNode.Parse(
            $$"""
            {
              "name": "gpu-1", "region": "ny2", "machineType": "P4000", "diskSize": 100, "templateId": "tkni3aa4", "publicIpType": "static",
              "startOnCreate": false, "networkId": "{{ids[0]}}", "startupScriptId": "{{ids[1]}}", "accessorIds": ["{{ids[2]}}", "{{ids[3]}}"],
              "emailPassword": false, "takeInitialSnapshot": true, "restorePointEnabled": true, "restorePointFrequency": "shutdown",
              "enableNvlink": true, "autoShutdownEnabled": true, "autoShutdownTimeout": 8, "autoShutdownForce": true,
              "autoSnapshotEnabled": true, "autoSnapshotFrequency": "daily", "autoSnapshotSaveCount": 3
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, sent), sent.ToString());
    }
}
