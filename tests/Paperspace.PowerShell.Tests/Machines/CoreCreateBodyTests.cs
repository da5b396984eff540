using System.Text.Json.Nodes;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What each parameter of New-PsMachine sends, through the Core API.</summary>
public sealed class CoreCreateBodyTests() : CreateBodyTests(PaperspaceApiVersion.Core)
{
    [Fact]
    public async Task Every_parameter_is_sent_at_once_by_splatting_a_hashtable()
    {
        await using var host = await SimulatedHost.StartAsync();
        host.Run(
            """
            $password = [securestring]::new(); 'p4ss'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
            $settings = @{
                Name = 'gpu-1'; Region = 'East Coast (NY2)'; MachineType = 'P4000'; Size = 100; BillingType = 'monthly'; TemplateId = 'tkni3aa4'
                TeamId = 'tewr3st2z'; AssignPublicIp = $true; DynamicPublicIp = $false; StartOnCreate = $false; NetworkId = 'nng82wb'; ScriptId = 'sc123abc'
                Email = 'a@b.c'; Password = $password; FirstName = 'A'; LastName = 'B'; NotificationEmail = 'd@e.f'; TakeInitialSnapshot = $true
                MarkSnapshotAsRestorePoint = $true; RestorePointFrequency = 'shutdown'; EnableNvlink = $true
            }
            New-PsMachine @settings
            """).Succeeded();
        var sent = JsonNode.Parse(Assert.Single(host.Log).Body)!;
        var expected = JsonNode.Parse(
            """
            {
              "region": "East Coast (NY2)", "machineType": "P4000", "size": 100, "billingType": "monthly", "machineName": "gpu-1",
              "templateId": "tkni3aa4", "teamId": "tewr3st2z", "assignPublicIp": true, "dynamicPublicIp": false, "startOnCreate": false,
              "networkId": "nng82wb", "scriptId": "sc123abc", "email": "a@b.c", "password": "p4ss", "firstName": "A", "lastName": "B",
              "notificationEmail": "d@e.f", "takeInitialSnapshot": true, "markSnapshotAsRestorePoint": true,
              "restorePointFrequency": "shutdown", "enableNvlink": true
            }
            """);
        Assert.True(JsonNode.DeepEquals(expected, sent), sent.ToString());
    }
}
