using System.Management.Automation;
using Newtonsoft.Json.Linq;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

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

    [Theory]
    [InlineData("-Wait")]
    [InlineData("-CapacityTimeout 60")]
    public void A_machine_whose_start_failed_is_said_to_remain(string parameters)
    {
        using var host = new FastHost(api);
        host.Paperspace.FailNextStart("w-1", "The host went away.");
        var error = host.Run($"New-PsMachine w-1 {Smallest} {parameters}").Error;
        Assert.Contains(
            "w-1 remains, off; its disk is billed. Start it later with Start-PsMachine or delete it with Remove-PsMachine.",
            error.ToString(),
            StringComparison.Ordinal);
        Assert.Equal("off", host.Run("Get-PsMachine").Succeeded().Single<Machine>().State);
    }

    [Fact]
    public void A_start_that_fails_later_does_not_speak_of_a_new_machine()
    {
        using var host = new FastHost(api, new MachineSeed { Id = "psaaa", Name = "one", State = "off" });
        host.Paperspace.FailNextStart("one", "The host went away.");
        Assert.DoesNotContain("remains", host.Run("Start-PsMachine one -Wait").Error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-Region NY2 -MachineType P40000", "'P40000' is not a known machine type. Did you mean 'P4000'")]
    [InlineData("-Region LON1 -MachineType P4000", "'LON1' is not a known region. Known: NY2, CA1, AMS1.")]
    public async Task An_unknown_type_or_region_suggests_the_nearest(string place, string says)
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var create = $"New-PsMachine a, b {place} -Size 50 -TemplateId tkni3aa4 -BillingType hourly";
        Assert.StartsWith(says, Assert.Single(host.Run($"{create} -WhatIf").Succeeded().Warnings), StringComparison.Ordinal);
        var errors = host.Run(create).Errors;
        Assert.Equal(2, errors.Count);
        Assert.All(errors, error => Assert.Contains(says, error.ToString(), StringComparison.Ordinal));
        Assert.All(errors, error => Assert.DoesNotContain(" more.", error.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_known_type_and_region_are_not_warned_of()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        Assert.Empty(host.Run($"New-PsMachine a {Smallest} -WhatIf; New-PsMachine b {Smallest}").Succeeded().Warnings);
    }

    [Theory]
    [InlineData("New-PsMachine web, web")]
    [InlineData("'web', 'WEB' | New-PsMachine")]
    public async Task A_name_that_is_given_twice_is_warned_of(string create)
    {
        await using var host = await SimulatedHost.StartAsync(api);
        Assert.Contains("with the name", Assert.Single(host.Run($"{create} {Smallest}").Succeeded().Warnings), StringComparison.Ordinal);
        Assert.Equal(2, host.Run("Get-PsMachine web").Succeeded().Output.Count);
    }
}
