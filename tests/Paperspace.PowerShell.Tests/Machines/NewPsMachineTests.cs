using System.Management.Automation;
using Newtonsoft.Json.Linq;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What New-PsMachine sends and gives.</summary>
public abstract class NewPsMachineTests(PaperspaceApiVersion api)
{
    private const string Smallest = "-Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4";

    [Fact]
    public async Task It_creates_a_machine_for_each_name_and_emits_each()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var machines = host.Run($"'a', 'b' | New-PsMachine {Smallest} -ThrottleLimit 1").Succeeded().All<Machine>();
        Assert.Equal(["a", "b"], machines.Select(machine => machine.Name));
        Assert.All(machines, machine => Assert.Equal(MachineStates.Provisioning, machine.State));
    }

    [Fact]
    public async Task Each_row_of_a_table_creates_a_machine_from_its_columns()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        host.Run(
            """
            [pscustomobject]@{ Name = 'a'; Region = 'NY2'; MachineType = 'P4000'; Size = '50'; BillingType = 'hourly'; TemplateId = 'tkni3aa4'; EnableNvlink = 'true'; TeamId = '' },
            [pscustomobject]@{ Name = 'b'; Region = 'CA1'; MachineType = 'P5000'; Size = '100'; BillingType = 'HOURLY'; TemplateId = 'tkni3aa4' } |
                New-PsMachine -ThrottleLimit 1
            """).Succeeded();
        var isCore = api == PaperspaceApiVersion.Core;
        var bodies = host.Log.Select(request => JObject.Parse(request.Body)).ToArray();
        Assert.Equal(["a", "b"], bodies.Select(body => (string?)body[isCore ? "machineName" : "name"]));
        Assert.Equal([50, 100], bodies.Select(body => (int?)body[isCore ? "size" : "diskSize"]));
        Assert.True((bool?)bodies[0]["enableNvlink"]);
        Assert.Null(bodies[0]["teamId"]);
        Assert.Null(bodies[1]["enableNvlink"]);
    }

    [Theory]
    [InlineData("-AssignPublicIp -DynamicPublicIp", "AssignPublicIp and DynamicPublicIp")]
    [InlineData("-UserId u1 -Email a@b.c", "UserId")]
    [InlineData("-Email a@b.c", "Password, FirstName, LastName")]
    [InlineData("-MarkSnapshotAsRestorePoint", "TakeInitialSnapshot")]
    public async Task A_broken_rule_is_an_error_that_names_the_parameters_and_nothing_is_sent(string parameters, string named)
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var outcome = host.Run($"New-PsMachine a {Smallest} {parameters}");
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.NewPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.InvalidArgument, outcome.Error.CategoryInfo.Category);
        Assert.Contains(named, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Theory]
    [InlineData("C5", "tk9izniv")]
    [InlineData("Air", "tkni3aa4")]
    public async Task A_type_that_cannot_run_the_templates_operating_system_is_rejected(string type, string template)
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var outcome = host.Run($"New-PsMachine a -Region NY2 -MachineType {type} -Size 50 -BillingType hourly -TemplateId {template}");
        // Core's rule is known, and holds before anything is sent; V1 has its own, and tells when asked.
        Assert.Equal(
            $"{(api == PaperspaceApiVersion.Core ? "InvalidRequest" : "RequestRejected")},Paperspace.PowerShell.NewPsMachineCommand",
            outcome.Error.FullyQualifiedErrorId);
        Assert.Equal([api == PaperspaceApiVersion.Core ? "GET /templates/getTemplates" : "POST /v1/machines"], host.Lines());
        Assert.Empty(host.Run("Get-PsMachine").Succeeded().Output);
    }

    [Fact]
    public async Task WhatIf_creates_nothing()
    {
        var screen = new RecordingHost(width: 200);
        await using var host = await SimulatedHost.StartAsync(screen, api);
        Assert.Empty(host.Run($"New-PsMachine a {Smallest} -WhatIf").Succeeded().Output);
        Assert.Contains(
            "a (P4000, 50 GB, East Coast (NY2), hourly; about $0.51 an hour and $5 a month)",
            screen.Text,
            StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }
}
