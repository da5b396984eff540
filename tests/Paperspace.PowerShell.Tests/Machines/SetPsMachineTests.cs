using System.Management.Automation;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What Set-PsMachine sends, or that the API lacks it.</summary>
public abstract class SetPsMachineTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed One = new() { Id = "psaaa", Name = "one", State = "off" };

    /// <summary>What is looked up first, and sent as an id.</summary>
    private static readonly string[] LookedUp = ["Network", "Script"];

    /// <summary>Gets parameters, and the body of the first request that changes something on Core and on V1: null where the API lacks the
    /// parameter.</summary>
    public static TheoryData<string, string?, string?> Settings { get; } =
        new()
        {
            { "-Name new", """{"machineName":"new"}""", """{"name":"new"}""" },
            { "-MachineName new", """{"machineName":"new"}""", """{"name":"new"}""" },
            { "-ShutdownTimeoutInHours 0", """{"shutdownTimeoutInHours":0}""", """{"autoShutdownEnabled":true,"autoShutdownTimeout":0}""" },
            {
                "-ShutdownTimeoutInHours '24'",
                """{"shutdownTimeoutInHours":24}""",
                """{"autoShutdownEnabled":true,"autoShutdownTimeout":24}"""
            },
            { "-ShutdownTimeoutInHours $null", """{"shutdownTimeoutInHours":null}""", """{"autoShutdownEnabled":false}""" },
            { "-ShutdownTimeoutForces $true", """{"shutdownTimeoutForces":true}""", """{"autoShutdownForce":true}""" },
            { "-ShutdownTimeoutForces $false", """{"shutdownTimeoutForces":false}""", """{"autoShutdownForce":false}""" },
            {
                "-AutoSnapshotFrequency WEEK",
                """{"autoSnapshotFrequency":"week","performAutoSnapshot":true}""",
                """{"autoSnapshotEnabled":true,"autoSnapshotFrequency":"weekly"}"""
            },
            {
                "-AutoSnapshotFrequency week -PerformAutoSnapshot $false",
                """{"autoSnapshotFrequency":"week","performAutoSnapshot":false}""",
                """{"autoSnapshotEnabled":false,"autoSnapshotFrequency":"weekly"}"""
            },
            { "-AutoSnapshotFrequency $null", """{"autoSnapshotFrequency":null}""", """{"autoSnapshotEnabled":false}""" },
            { "-AutoSnapshotSaveCount 3", """{"autoSnapshotSaveCount":3}""", """{"autoSnapshotSaveCount":3}""" },
            { "-PerformAutoSnapshot $false", """{"performAutoSnapshot":false}""", """{"autoSnapshotEnabled":false}""" },
            { "-PerformAutoSnapshot $true", """{"performAutoSnapshot":true}""", """{"autoSnapshotEnabled":true}""" },
            { "-DynamicPublicIp $true", """{"dynamicPublicIp":true}""", """{"publicIpType":"dynamic"}""" },
            { "-DynamicPublicIp $false", """{"dynamicPublicIp":false}""", """{"publicIpType":"none"}""" },
            { "-AssignPublicIp $true", """{"assignPublicIp":true}""", """{"publicIpType":"static"}""" },
            { "-AssignPublicIp $false", """{"assignPublicIp":false}""", """{"publicIpType":"none"}""" },
            {
                "-AssignPublicIp $false -DynamicPublicIp $true",
                """{"dynamicPublicIp":true,"assignPublicIp":false}""",
                """{"publicIpType":"dynamic"}"""
            },
            { "-MachineType P5000", null, """{"machineType":"P5000"}""" },
            { "-Size 100", null, """{"diskSize":100}""" },
            { "-NetworkId nwhoe4ox", null, """{"networkId":"nwhoe4ox"}""" },
            { "-ScriptId scq8d2m1x", null, """{"machineId":"psaaa"}""" },
            { "-RestorePointEnabled $false", null, """{"restorePointEnabled":false}""" },
            { "-RestorePointFrequency shutdown", null, """{"restorePointFrequency":"shutdown"}""" },
            { "-RestorePointSnapshotId slqafgu4n6gxge", null, """{"restorePointSnapshotId":"slqafgu4n6gxge"}""" },
        };

    private bool IsCore => api == PaperspaceApiVersion.Core;

    [Fact]
    public void A_snapshot_frequency_turns_snapshots_on()
    {
        using var host = new FastHost(api, One);
        host.Run("Set-PsMachine psaaa -PerformAutoSnapshot $false").Succeeded();
        var machine = host.Run("Set-PsMachine psaaa -AutoSnapshotFrequency day; Get-PsMachine -MachineId psaaa").Succeeded().Single<Machine>();
        Assert.Equal((true, "day"), (machine.PerformAutoSnapshot, machine.AutoSnapshotFrequency));
    }

    [Fact]
    public void Every_parameter_is_tested()
    {
        using var session = new Session();
        var command = session.Run("Get-Command Set-PsMachine").Single<CmdletInfo>();
        var own = command.Parameters.Keys.Where(name =>
            command.ImplementingType.GetProperty(name)?.DeclaringType == command.ImplementingType);
        var tested = Settings.SelectMany(row => Regex.Matches(row.Data.Item1, @"(?<=^|\s)-(\w+)").Select(match => match.Groups[1].Value));
        Assert.Equal(
            own.Append("MachineName").Except(LookedUp).Order(StringComparer.Ordinal),
            tested.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void Only_specified_settings_are_sent(string parameters, string? core, string? v1)
    {
        using var host = new FastHost(api, One);
        if ((IsCore ? core : v1) is not { } body)
        {
            foreach (var more in new[] { "", "-WhatIf" })
            {
                var error = host.Run($"Set-PsMachine psaaa {parameters} {more}").Error;
                Assert.StartsWith("NotSupported,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
                Assert.Contains(parameters.Split(' ')[0][1..], error.ToString(), StringComparison.Ordinal);
            }

            Assert.Empty(host.Lines());
            return;
        }

        host.Run($"Get-PsMachine | Set-PsMachine {parameters}");
        var sent = host.Paperspace.Log.First(request => request.Method != "GET");
        Assert.Equal(
            IsCore ? "POST /machines/psaaa/updateMachinePublic"
            : parameters.StartsWith("-ScriptId", StringComparison.Ordinal) ? "POST /v1/startup-scripts/scq8d2m1x/assign"
            : "PUT /v1/machines/psaaa",
            $"{sent.Method} {sent.Path}");
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(body), JsonNode.Parse(sent.Body)), sent.Body);
    }

    [Fact]
    public void All_settings_can_be_splatted_together()
    {
        using var host = new FastHost(api, One);
        var machine = host.Run(
            """
            $settings = @{
                Name = 'renamed'; ShutdownTimeoutInHours = 12; ShutdownTimeoutForces = $true; AutoSnapshotFrequency = 'day'
                AutoSnapshotSaveCount = 2; PerformAutoSnapshot = $true; DynamicPublicIp = $true; AssignPublicIp = $false
            }
            Set-PsMachine psaaa @settings -PassThru
            """).Succeeded().Single<Machine>();
        Assert.Equal("renamed", machine.Name);
        Assert.Equal(12, machine.ShutdownTimeoutInHours);
        Assert.True(machine.ShutdownTimeoutForces);
        Assert.Equal("day", machine.AutoSnapshotFrequency);
        Assert.Equal(2, machine.AutoSnapshotSaveCount);
        Assert.True(machine.PerformAutoSnapshot);
        Assert.True(machine.DynamicPublicIp);
        Assert.Single(host.Lines(), MachineRequests.IsChange);
    }

    [Theory]
    [InlineData("-AssignPublicIp $true", "-DynamicPublicIp $false")]
    [InlineData("-DynamicPublicIp $true", "-AssignPublicIp $false")]
    public void Removing_one_type_of_public_address_keeps_the_other(string given, string taken)
    {
        using var host = new FastHost(api, One with { State = "ready" });
        host.Run($"Set-PsMachine psaaa {given} -Wait").Succeeded();
        var before = host.Run("Get-PsMachine").Succeeded().Single<Machine>();
        var outcome = host.Run($"Set-PsMachine psaaa {taken} -Wait").Succeeded();
        var after = host.Run("Get-PsMachine").Succeeded().Single<Machine>();
        Assert.Equal(
            (before.PublicIpAddress, before.DynamicPublicIp, before.PublicIpType),
            (after.PublicIpAddress, after.DynamicPublicIp, after.PublicIpType));
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [InlineData("")]
    [InlineData("-AssignPublicIp $true -DynamicPublicIp $true")]
    public async Task A_broken_rule_ends_the_command_before_anything_is_sent(string parameters)
    {
        await using var host = await SimulatedHost.StartAsync(api, One);
        var outcome = host.Run($"Set-PsMachine psaaa {parameters}");
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.SetPsMachineCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Empty(host.Log);
    }

    [Theory]
    [InlineData("ready", "-MachineType P5000 -Wait", "&No", 1, 0)]
    [InlineData("ready", "-MachineType P5000 -Wait", "&Yes", 1, 3)]
    [InlineData("ready", "-Size 250 -Wait", "&No", 1, 0)]
    [InlineData("ready", "-MachineType P5000 -Wait -Confirm:$false", "&No", 0, 3)]
    [InlineData("off", "-MachineType P5000 -Wait", "&No", 0, 1)]
    [InlineData("ready", "-Name new -Wait", "&No", 0, 1)]
    [InlineData("ready", "-MachineType P5000 -Wait -WhatIf", "&Yes", 0, 0)]
    public void A_running_machine_is_stopped_for_a_change_only_after_a_prompt(
        string state, string parameters, string answer, int questions, int changes)
    {
        if (IsCore && !parameters.StartsWith("-Name", StringComparison.Ordinal)) return;
        var screen = new RecordingHost(answer: answer);
        using var host = new FastHost(api, screen, null, One with { State = state });
        host.Run($"Set-PsMachine psaaa {parameters}").Succeeded();
        Assert.Equal(questions, screen.Questions.Count);
        Assert.All(screen.Questions, question => Assert.Contains("stopped for the change and started again", question, StringComparison.Ordinal));
        Assert.Equal(changes, host.Lines().Count(MachineRequests.IsChange));
    }

    [Fact]
    public void A_change_that_needs_a_stop_names_the_switch_that_does_it()
    {
        if (IsCore) return;
        var screen = new RecordingHost(width: 200);
        using var host = new FastHost(api, screen, null, One with { State = "ready" });
        Assert.Contains("Use -Wait", host.Run("Set-PsMachine psaaa -MachineType P5000").Error.ToString(), StringComparison.Ordinal);
        host.Run("Set-PsMachine psaaa -MachineType P5000 -WhatIf; Set-PsMachine psaaa -MachineType P5000 -Wait -WhatIf").Succeeded();
        Assert.Contains("not possible: it is ready", screen.Text, StringComparison.Ordinal);
        Assert.Contains("stopped for the change and started again", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), MachineRequests.IsChange);
    }

    [Fact]
    public void One_name_for_several_machines_is_warned_of_once()
    {
        using var host = new FastHost(api, One, One with { Id = "psbbb", Name = "two" }, One with { Id = "psccc", Name = "three" });
        var warnings = host.Run("Get-PsMachine | Set-PsMachine -Name web").Succeeded().Warnings;
        Assert.NotEmpty(warnings);
        Assert.All(warnings, warning => Assert.Equal("Several machines get the name 'web'.", warning));
        Assert.Empty(host.Run("Get-PsMachine | Set-PsMachine -Name { \"new-$($_.Id)\" }").Succeeded().Warnings);
    }

    [Fact]
    public void An_unknown_type_suggests_the_nearest()
    {
        if (IsCore) return;
        using var host = new FastHost(api, One);
        const string says = "'P40000' is not a known machine type. Did you mean 'P4000'";
        Assert.StartsWith(
            says,
            Assert.Single(host.Run("Set-PsMachine psaaa -MachineType P40000 -WhatIf").Succeeded().Warnings),
            StringComparison.Ordinal);
        Assert.Contains(says, host.Run("Set-PsMachine psaaa -MachineType P40000").Error.ToString(), StringComparison.Ordinal);
    }
}
