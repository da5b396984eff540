using System.Management.Automation;
using Newtonsoft.Json.Linq;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What New-PsMachine sends and gives.</summary>
public sealed class NewPsMachineTests
{
    private const string Smallest = "-Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4";

    [Fact]
    public async Task It_creates_a_machine_for_each_name_and_emits_each()
    {
        await using var host = await SimulatedHost.StartAsync();
        var machines = host.Run($"'a', 'b' | New-PsMachine {Smallest} -ThrottleLimit 1").Succeeded().All<Machine>();
        Assert.Equal(["a", "b"], machines.Select(machine => machine.Name));
        Assert.All(machines, machine => Assert.Equal(MachineStates.Provisioning, machine.State));
        var expected = JObject.Parse(
            """{"machineName":"a","region":"East Coast (NY2)","machineType":"P4000","size":50,"billingType":"hourly","templateId":"tkni3aa4"}""");
        Assert.True(JToken.DeepEquals(Sorted(expected), Sorted(JObject.Parse(host.Log[0].Body))), host.Log[0].Body);
    }

    [Fact]
    public async Task Every_parameter_of_the_reference_is_sent_by_splatting_a_hashtable()
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
        var sent = JObject.Parse(Assert.Single(host.Log).Body);
        var expected = JObject.Parse(
            """
            {
              "region": "East Coast (NY2)", "machineType": "P4000", "size": 100, "billingType": "monthly", "machineName": "gpu-1",
              "templateId": "tkni3aa4", "teamId": "tewr3st2z", "assignPublicIp": true, "dynamicPublicIp": false, "startOnCreate": false,
              "networkId": "nng82wb", "scriptId": "sc123abc", "email": "a@b.c", "password": "p4ss", "firstName": "A", "lastName": "B",
              "notificationEmail": "d@e.f", "takeInitialSnapshot": true, "markSnapshotAsRestorePoint": true,
              "restorePointFrequency": "shutdown", "enableNvlink": true
            }
            """);
        Assert.True(JToken.DeepEquals(Sorted(expected), Sorted(sent)), sent.ToString());
    }

    [Fact]
    public async Task Rows_of_a_table_make_a_machine_each_with_the_columns_they_have()
    {
        await using var host = await SimulatedHost.StartAsync();
        host.Run(
            """
            [pscustomobject]@{ Name = 'a'; Region = 'NY2'; MachineType = 'P4000'; Size = '50'; BillingType = 'hourly'; TemplateId = 'tkni3aa4'; NetworkId = 'nng82wb'; TeamId = '' },
            [pscustomobject]@{ Name = 'b'; Region = 'CA1'; MachineType = 'P5000'; Size = '100'; BillingType = 'monthly'; TemplateId = 'tkni3aa4' } |
                New-PsMachine -ThrottleLimit 1
            """).Succeeded();
        var bodies = host.Log.Select(request => JObject.Parse(request.Body)).ToArray();
        Assert.Equal(["a", "b"], bodies.Select(body => (string?)body["machineName"]));
        Assert.Equal([50, 100], bodies.Select(body => (int?)body["size"]));
        Assert.Equal("nng82wb", (string?)bodies[0]["networkId"]);
        Assert.Null(bodies[0]["teamId"]);
        Assert.Null(bodies[1]["networkId"]);
    }

    [Theory]
    [InlineData("-AssignPublicIp -DynamicPublicIp", "AssignPublicIp and DynamicPublicIp")]
    [InlineData("-UserId u1 -Email a@b.c", "UserId")]
    [InlineData("-Email a@b.c", "Password, FirstName, LastName")]
    [InlineData("-MarkSnapshotAsRestorePoint", "TakeInitialSnapshot")]
    public async Task A_broken_rule_is_an_error_that_names_the_parameters_and_nothing_is_sent(string parameters, string named)
    {
        await using var host = await SimulatedHost.StartAsync();
        var outcome = host.Run($"New-PsMachine a {Smallest} {parameters}");
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.NewPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, outcome.Error.CategoryInfo.Category);
        Assert.Contains(named, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Theory]
    [InlineData("C5", "tk9izniv")]
    [InlineData("Air", "tkni3aa4")]
    public async Task A_type_that_cannot_run_the_templates_system_is_refused(string type, string template)
    {
        await using var host = await SimulatedHost.StartAsync();
        var outcome = host.Run($"New-PsMachine a -Region NY2 -MachineType {type} -Size 50 -BillingType hourly -TemplateId {template}");
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.NewPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal(["GET /templates/getTemplates"], host.Lines());
    }

    [Fact]
    public async Task WhatIf_creates_nothing()
    {
        var screen = new RecordingHost(width: 200);
        await using var host = await SimulatedHost.StartAsync(screen);
        Assert.Empty(host.Run($"New-PsMachine a {Smallest} -WhatIf").Succeeded().Output);
        Assert.Contains("a (P4000, 50 GB, East Coast (NY2), hourly)", screen.Text, StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    private static JObject Sorted(JObject fields) => new(fields.Properties().OrderBy(field => field.Name, StringComparer.Ordinal));
}
