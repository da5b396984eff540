using System.Text.Json.Nodes;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Settings from rows of a table, and from script blocks that are evaluated for each machine.</summary>
public abstract class MachineRowTests(PaperspaceApiVersion api)
{
    /// <summary>The engine of the tests has no cmdlets of Microsoft.PowerShell.Utility.</summary>
    private const string ConvertFromCsv =
        """
        function ConvertFrom-Csv { param([Parameter(ValueFromPipeline)] [string] $Text)
            $lines = $Text -split '\r?\n'; $names = $lines[0] -split ','
            foreach ($line in $lines[1..($lines.Count - 1)]) {
                $cells = $line -split ','; $row = [ordered]@{}
                for ($i = 0; $i -lt $names.Count; $i++) { $row[$names[$i]] = $cells[$i] }
                [pscustomobject]$row
            }
        }
        """;

    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    private bool IsCore => api == PaperspaceApiVersion.Core;

    [Fact]
    public void A_row_of_strings_creates_the_machine_that_it_describes()
    {
        using var host = new FastHost(api);
        var machine = host.Run(
            """
            [pscustomobject]@{ Name = 'r'; Region = 'NY2'; MachineType = 'p4000'; Size = '50'; BillingType = 'Hourly'; TemplateId = 'tkni3aa4'; StartOnCreate = 'False'; DynamicPublicIp = 'true' } |
                New-PsMachine -Wait
            """).Succeeded().Single<Machine>();
        Assert.Equal((MachineStates.Off, true, "P4000"), (machine.State, machine.DynamicPublicIp, machine.MachineType));
    }

    [Fact]
    public async Task Every_setting_of_a_new_machine_can_be_a_column()
    {
        await using var host = await SimulatedHost.StartAsync(api);
        host.Run(ConvertFromCsv).Succeeded();
        host.Run(IsCore
            ? """
              @'
              Name,Region,MachineType,Size,BillingType,TemplateId,TeamId,AssignPublicIp,DynamicPublicIp,StartOnCreate,NetworkId,ScriptId,Email,Password,FirstName,LastName,NotificationEmail,TakeInitialSnapshot,MarkSnapshotAsRestorePoint,RestorePointFrequency,EnableNvlink
              a,ny2,p4000,50GB,MONTHLY,tkni3aa4,tewr3st2z,1,False,0,nng82wb,sc123abc,a@b.c,p4ss,A,B,d@e.f,TRUE,true,Shutdown,1
              b,CA1,P5000,100,hourly,tkni3aa4,,,,,,,,,,,,,,,
              '@ | ConvertFrom-Csv | New-PsMachine -ThrottleLimit 1
              """
            : """
              @'
              Name,Region,MachineType,Size,BillingType,TemplateId,AssignPublicIp,DynamicPublicIp,StartOnCreate,TakeInitialSnapshot,MarkSnapshotAsRestorePoint,RestorePointFrequency,EnableNvlink,EmailPassword,ShutdownTimeoutInHours,ShutdownTimeoutForces,PerformAutoSnapshot,AutoSnapshotFrequency,AutoSnapshotSaveCount
              a,ny2,p4000,50GB,HOURLY,tkni3aa4,1,False,0,TRUE,true,Shutdown,1,0,8,True,1,Week,3
              b,CA1,P5000,100,hourly,tkni3aa4,,,,,,,,,,,,,
              '@ | ConvertFrom-Csv | New-PsMachine -ThrottleLimit 1
              """).Succeeded();
        var bodies = host.Log.Where(request => request.Method == "POST").Select(request => JsonNode.Parse(request.Body)!).ToArray();
        AssertSame(
            IsCore
                ? """
                  {
                    "region": "East Coast (NY2)", "machineType": "P4000", "size": 50, "billingType": "monthly", "machineName": "a",
                    "templateId": "tkni3aa4", "teamId": "tewr3st2z", "assignPublicIp": true, "startOnCreate": false,
                    "networkId": "nng82wb", "scriptId": "sc123abc", "email": "a@b.c", "password": "p4ss", "firstName": "A", "lastName": "B",
                    "notificationEmail": "d@e.f", "takeInitialSnapshot": true, "markSnapshotAsRestorePoint": true,
                    "restorePointFrequency": "shutdown", "enableNvlink": true
                  }
                  """
                : """
                  {
                    "region": "ny2", "machineType": "P4000", "diskSize": 50, "name": "a", "templateId": "tkni3aa4", "publicIpType": "static",
                    "startOnCreate": false, "takeInitialSnapshot": true, "restorePointEnabled": true, "restorePointFrequency": "shutdown",
                    "enableNvlink": true, "emailPassword": false, "autoShutdownEnabled": true, "autoShutdownTimeout": 8,
                    "autoShutdownForce": true, "autoSnapshotEnabled": true, "autoSnapshotFrequency": "weekly", "autoSnapshotSaveCount": 3
                  }
                  """,
            bodies[0]);
        AssertSame(
            IsCore
                ? """{ "region": "West Coast (CA1)", "machineType": "P5000", "size": 100, "billingType": "hourly", "machineName": "b", "templateId": "tkni3aa4" }"""
                : """{ "region": "ca1", "machineType": "P5000", "diskSize": 100, "name": "b", "templateId": "tkni3aa4", "startOnCreate": true }""",
            bodies[1]);
    }

    [Theory]
    [InlineData("StartOnCreate", "maybe")]
    [InlineData("Size", "many")]
    [InlineData("DynamicPublicIp", "ja")]
    public async Task An_invalid_cell_is_an_error_and_never_ignored(string column, string cell)
    {
        await using var host = await SimulatedHost.StartAsync(api);
        host.Session.Set("column", column);
        host.Session.Set("cell", cell);
        var outcome = host.Run(
            """
            $row = @{ Name = 'r'; Region = 'NY2'; MachineType = 'P4000'; Size = '50'; BillingType = 'hourly'; TemplateId = 'tkni3aa4' }
            $row[$column] = $cell
            [pscustomobject]$row | New-PsMachine
            """);
        Assert.Contains(cell, outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Fact]
    public async Task Rows_set_the_values_of_their_columns()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        host.Run(ConvertFromCsv).Succeeded();
        host.Run(
            """
            @'
            MachineId,Name,ShutdownTimeoutInHours,ShutdownTimeoutForces,AutoSnapshotFrequency,AutoSnapshotSaveCount,PerformAutoSnapshot,DynamicPublicIp,AssignPublicIp
            psaaa,first,12,True,Week,3,1,false,0
            psbbb,,,,,,,,true
            '@ | ConvertFrom-Csv | Set-PsMachine -ThrottleLimit 1
            """).Succeeded();
        var sent = Updates(host);
        Assert.Equal([UpdatePath("psaaa"), UpdatePath("psbbb")], sent.Select(request => request.Path));
        AssertSame(
            IsCore
                ? """
                  {
                    "machineName": "first", "shutdownTimeoutInHours": 12, "shutdownTimeoutForces": true, "autoSnapshotFrequency": "week",
                    "autoSnapshotSaveCount": 3, "performAutoSnapshot": true, "dynamicPublicIp": false, "assignPublicIp": false
                  }
                  """
                : """
                  {
                    "name": "first", "autoShutdownEnabled": true, "autoShutdownTimeout": 12, "autoShutdownForce": true,
                    "autoSnapshotFrequency": "weekly", "autoSnapshotSaveCount": 3, "autoSnapshotEnabled": true, "publicIpType": "none"
                  }
                  """,
            JsonNode.Parse(sent[0].Body)!);
        Assert.Equal(IsCore ? """{"assignPublicIp":true}""" : """{"publicIpType":"static"}""", sent[1].Body);
    }

    [Fact]
    public async Task A_setting_on_the_command_line_leaves_the_other_columns_alone()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        host.Run(
            """
            [pscustomobject]@{ Id = 'psaaa'; Name = 'old'; DynamicPublicIp = 'True'; PerformAutoSnapshot = 'True'; ShutdownTimeoutInHours = '2' } |
                Set-PsMachine -ShutdownTimeoutInHours 8
            """).Succeeded();
        AssertSame(
            IsCore ? """{ "shutdownTimeoutInHours": 8 }""" : """{ "autoShutdownEnabled": true, "autoShutdownTimeout": 8 }""",
            JsonNode.Parse(Assert.Single(Updates(host)).Body)!);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Name = 'two'; ShutdownTimeoutInHours = '8' }")]
    [InlineData("@{ Name = 'TWO'; ShutdownTimeoutInHours = 8 }")]
    [InlineData("[pscustomobject]@{ MachineName = 'two'; ShutdownTimeoutInHours = '8' }")]
    [InlineData("[pscustomobject]@{ Machine = 'two'; ShutdownTimeoutInHours = '8' }")]
    [InlineData("[pscustomobject]@{ 'Machine Name' = 'two'; ShutdownTimeoutInHours = '8' }")]
    [InlineData("[pscustomobject]@{ Machine = (Get-PsMachine two); ShutdownTimeoutInHours = '8' }")]
    public async Task A_row_without_an_id_names_its_machine(string row)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        if (!row.StartsWith('@')) host.Run($"{row} | Set-PsMachine").Succeeded();
        host.Run($"{row} | Stop-PsMachine").Succeeded();
        var changes = Updates(host);
        Assert.EndsWith("psbbb/stop", changes[^1].Path, StringComparison.Ordinal);
        if (changes.Length == 1) return;
        Assert.Equal(UpdatePath("psbbb"), changes[0].Path);
        AssertSame(
            IsCore ? """{ "shutdownTimeoutInHours": 8 }""" : """{ "autoShutdownEnabled": true, "autoShutdownTimeout": 8 }""",
            JsonNode.Parse(changes[0].Body)!);
    }

    [Fact]
    public async Task A_row_may_name_its_machine_and_rename_it()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        host.Run("[pscustomobject]@{ Machine = 'two'; Name = 'new' } | Set-PsMachine").Succeeded();
        var update = Assert.Single(Updates(host));
        Assert.Equal(UpdatePath("psbbb"), update.Path);
        AssertSame(IsCore ? """{ "machineName": "new" }""" : """{ "name": "new" }""", JsonNode.Parse(update.Body)!);
    }

    [Fact]
    public async Task Selected_properties_identify_the_machines_by_name()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run("Get-PsMachine | ForEach-Object { [pscustomobject]@{ Name = $_.Name; State = $_.State } } | Stop-PsMachine");
        outcome.Succeeded();
        Assert.Equal(2, Updates(host).Length);
    }

    [Theory]
    [InlineData("[pscustomobject]@{ Name = 'three' }", "There is no machine 'three'.")]
    [InlineData("[pscustomobject]@{ Name = '' }", "The machine name in the column Name is empty.")]
    [InlineData("[pscustomobject]@{ State = 'off' }", "The row has no column that identifies a machine.")]
    [InlineData("[pscustomobject]@{ 'Id;Name' = 'psaaa;one' }", "Import-Csv -Delimiter ';'")]
    [InlineData("Get-Process -Id $PID", "A Process was given where a machine was expected.")]
    [InlineData("[pscustomobject]@{ Id = 3639 }", "The row has no column that identifies a machine.")]
    [InlineData("3639", "An Int32 was given where a machine was expected.")]
    public async Task What_identifies_no_machine_sends_no_change(string row, string says)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        host.Run("function Get-Process { param($Id) [Diagnostics.Process]::GetProcessById($Id) }").Succeeded();
        Assert.Contains(says, host.Run($"{row} | Stop-PsMachine").Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(Updates(host));
    }

    [Fact]
    public async Task The_name_of_a_machine_does_not_name_its_snapshot()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var error = host.Run("[pscustomobject]@{ Name = 'two' } | New-PsSnapshot").Error;
        Assert.StartsWith("InvalidRequest,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
        host.Run("[pscustomobject]@{ Machine = 'two'; Name = 'nightly' } | New-PsSnapshot").Succeeded();
        Assert.Contains("nightly", Assert.Single(Updates(host)).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-PsMachine")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsMachine)))")]
    public async Task The_properties_of_a_machine_are_not_settings(string source)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        host.Run($"{source} | Set-PsMachine -AutoSnapshotSaveCount 2").Succeeded();
        var updates = Updates(host).ToArray();
        Assert.Equal(Two.Length, updates.Length);
        Assert.All(updates, request => Assert.Equal("""{"autoSnapshotSaveCount":2}""", request.Body));
        Assert.Equal(2, Updates(host).Length);
    }

    [Fact]
    public async Task Script_blocks_are_evaluated_for_each_machine()
    {
        await using var host = await SimulatedHost.StartAsync(
            api,
            [.. Enumerable.Range(0, 40).Select(i => new MachineSeed { Id = $"ps{i:00}", Name = $"x{i:00}" })]);
        host.Run("Get-PsMachine x* | Set-PsMachine -Name { \"new-$($_.Name)\" } -ShutdownTimeoutInHours { $_.Cpus }").Succeeded();
        var sent = Updates(host);
        Assert.Equal(40, sent.Length);
        Assert.All(sent, request =>
        {
            var body = JsonNode.Parse(request.Body)!;
            Assert.Equal(
                UpdatePath(((string?)body[IsCore ? "machineName" : "name"])!.Replace("new-x", "ps", StringComparison.Ordinal)),
                request.Path);
            Assert.NotNull((int?)body[IsCore ? "shutdownTimeoutInHours" : "autoShutdownTimeout"]);
        });
    }

    [Fact]
    public async Task WhatIf_and_the_prompt_show_the_new_values()
    {
        var screen = new RecordingHost(width: 200, answer: "&No");
        await using var host = await SimulatedHost.StartAsync(screen, api, Two);
        host.Run("Get-PsMachine | Set-PsMachine -Name { \"new-$($_.Name)\" } -ShutdownTimeoutInHours $null -WhatIf").Succeeded();
        Assert.Contains("Name to 'new-one'", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Name to 'new-two'", screen.Text, StringComparison.Ordinal);
        Assert.Contains("ShutdownTimeoutInHours to none", screen.Text, StringComparison.Ordinal);
        host.Run("Set-PsMachine psaaa -Name asked -Confirm").Succeeded();
        Assert.Contains("Name to 'asked'", Assert.Single(screen.Questions), StringComparison.Ordinal);
        Assert.Empty(Updates(host));
    }

    [Fact]
    public async Task A_row_without_settings_is_an_error_for_that_row()
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        var outcome = host.Run(
            "[pscustomobject]@{ MachineId = 'psaaa'; Name = '' }, [pscustomobject]@{ MachineId = 'psbbb'; Name = 'new' } | Set-PsMachine");
        Assert.Equal("psaaa", Assert.Single(outcome.Errors).TargetObject);
        Assert.Equal(UpdatePath("psbbb"), Assert.Single(Updates(host)).Path);
    }

    [Theory]
    [InlineData("50GB", 50)]
    [InlineData("'50GB'", 50)]
    [InlineData("'50 gb'", 50)]
    [InlineData("1TB", 1024)]
    [InlineData("'100'", 100)]
    [InlineData("([uint16]100)", 100)]
    [InlineData("([bigint]100)", 100)]
    public async Task A_size_may_have_a_unit(string size, int gigabytes)
    {
        await using var host = await SimulatedHost.StartAsync(api);
        host.Run($"New-PsMachine a -Region NY2 -MachineType P4000 -Size {size} -BillingType hourly -TemplateId tkni3aa4").Succeeded();
        Assert.Equal(gigabytes, (int?)JsonNode.Parse(Assert.Single(host.Log).Body)![IsCore ? "size" : "diskSize"]);
    }

    [Theory]
    [InlineData("50.5")]
    [InlineData("1500000000")]
    [InlineData("big")]
    public async Task An_invalid_size_is_an_error_that_names_the_unit(string size)
    {
        await using var host = await SimulatedHost.StartAsync(api);
        var error = host.Run($"New-PsMachine a -Region NY2 -MachineType P4000 -Size {size} -BillingType hourly -TemplateId tkni3aa4").Error;
        Assert.Contains("GB", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    private string UpdatePath(string id) => IsCore ? $"/machines/{id}/updateMachinePublic" : $"/v1/machines/{id}";

    private static SimulatedRequest[] Updates(SimulatedHost host) => [.. host.Log.Where(request => request.Method != "GET")];

    private static void AssertSame(string expected, JsonNode sent) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), sent), sent.ToString());
}
