using Newtonsoft.Json.Linq;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Settings from rows of a table, and from script blocks that are evaluated for each machine.</summary>
public sealed class MachineRowTests
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

    [Fact]
    public void A_row_of_texts_creates_the_machine_that_it_describes()
    {
        using var host = new FastHost();
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
        await using var host = await SimulatedHost.StartAsync();
        host.Run(ConvertFromCsv).Succeeded();
        host.Run(
            """
            @'
            Name,Region,MachineType,Size,BillingType,TemplateId,TeamId,AssignPublicIp,DynamicPublicIp,StartOnCreate,NetworkId,ScriptId,Email,Password,FirstName,LastName,NotificationEmail,TakeInitialSnapshot,MarkSnapshotAsRestorePoint,RestorePointFrequency,EnableNvlink
            a,ny2,p4000,50GB,MONTHLY,tkni3aa4,tewr3st2z,1,False,0,nng82wb,sc123abc,a@b.c,p4ss,A,B,d@e.f,TRUE,true,Shutdown,1
            b,CA1,P5000,100,hourly,tkni3aa4,,,,,,,,,,,,,,,
            '@ | ConvertFrom-Csv | New-PsMachine -ThrottleLimit 1
            """).Succeeded();
        var bodies = host.Log.Select(request => JObject.Parse(request.Body)).ToArray();
        var first = JObject.Parse(
            """
            {
              "region": "East Coast (NY2)", "machineType": "P4000", "size": 50, "billingType": "monthly", "machineName": "a",
              "templateId": "tkni3aa4", "teamId": "tewr3st2z", "assignPublicIp": true, "startOnCreate": false,
              "networkId": "nng82wb", "scriptId": "sc123abc", "email": "a@b.c", "password": "p4ss", "firstName": "A", "lastName": "B",
              "notificationEmail": "d@e.f", "takeInitialSnapshot": true, "markSnapshotAsRestorePoint": true,
              "restorePointFrequency": "shutdown", "enableNvlink": true
            }
            """);
        var second = JObject.Parse(
            """{ "region": "West Coast (CA1)", "machineType": "P5000", "size": 100, "billingType": "hourly", "machineName": "b", "templateId": "tkni3aa4" }""");
        Assert.True(JToken.DeepEquals(Sorted(first), Sorted(bodies[0])), bodies[0].ToString());
        Assert.True(JToken.DeepEquals(Sorted(second), Sorted(bodies[1])), bodies[1].ToString());
    }

    [Theory]
    [InlineData("StartOnCreate", "maybe")]
    [InlineData("Size", "many")]
    [InlineData("DynamicPublicIp", "ja")]
    public async Task A_cell_that_cannot_be_read_is_an_error_and_never_left_out(string column, string cell)
    {
        await using var host = await SimulatedHost.StartAsync();
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
    public async Task Rows_set_what_their_columns_have()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Run(ConvertFromCsv).Succeeded();
        host.Run(
            """
            @'
            MachineId,Name,ShutdownTimeoutInHours,ShutdownTimeoutForces,AutoSnapshotFrequency,AutoSnapshotSaveCount,PerformAutoSnapshot,DynamicPublicIp,AssignPublicIp
            psaaa,first,12,True,Week,3,1,false,0
            psbbb,,,,,,,,true
            '@ | ConvertFrom-Csv | Set-PsMachine -ThrottleLimit 1
            """).Succeeded();
        Assert.Equal(["/machines/psaaa/updateMachinePublic", "/machines/psbbb/updateMachinePublic"], host.Log.Select(request => request.Path));
        var first = JObject.Parse(
            """
            {
              "machineName": "first", "shutdownTimeoutInHours": 12, "shutdownTimeoutForces": true, "autoSnapshotFrequency": "week",
              "autoSnapshotSaveCount": 3, "performAutoSnapshot": true, "dynamicPublicIp": false, "assignPublicIp": false
            }
            """);
        Assert.True(JToken.DeepEquals(Sorted(first), Sorted(JObject.Parse(host.Log[0].Body))), host.Log[0].Body);
        Assert.Equal("""{"assignPublicIp":true}""", host.Log[1].Body);
    }

    [Theory]
    [InlineData("Get-PsMachine")]
    [InlineData("[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsMachine)))")]
    public async Task A_machine_is_no_row_of_settings(string source)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Run($"{source} | Set-PsMachine -AutoSnapshotSaveCount 2").Succeeded();
        Assert.All(host.Log.Where(request => request.Method == "POST"), request => Assert.Equal("""{"autoSnapshotSaveCount":2}""", request.Body));
        Assert.Equal(2, host.Log.Count(request => request.Method == "POST"));
    }

    [Fact]
    public async Task Script_blocks_are_evaluated_for_each_machine()
    {
        await using var host = await SimulatedHost.StartAsync([.. Enumerable.Range(0, 40).Select(i => new MachineSeed { Id = $"ps{i:00}", Name = $"x{i:00}" })]);
        host.Run("Get-PsMachine x* | Set-PsMachine -Name { \"new-$($_.Name)\" } -ShutdownTimeoutInHours { $_.Cpus }").Succeeded();
        var sent = host.Log.Where(request => request.Method == "POST").ToArray();
        Assert.Equal(40, sent.Length);
        Assert.All(sent, request =>
        {
            var body = JObject.Parse(request.Body);
            Assert.Equal($"/machines/{((string?)body["machineName"])!.Replace("new-x", "ps", StringComparison.Ordinal)}/updateMachinePublic", request.Path);
            Assert.NotNull((int?)body["shutdownTimeoutInHours"]);
        });
    }

    [Fact]
    public async Task WhatIf_and_the_question_show_the_new_values()
    {
        var screen = new RecordingHost(width: 200, answer: "&No");
        await using var host = await SimulatedHost.StartAsync(screen, Two);
        host.Run("Get-PsMachine | Set-PsMachine -Name { \"new-$($_.Name)\" } -ShutdownTimeoutInHours $null -WhatIf").Succeeded();
        Assert.Contains("Name to 'new-one'", screen.Text, StringComparison.Ordinal);
        Assert.Contains("Name to 'new-two'", screen.Text, StringComparison.Ordinal);
        Assert.Contains("ShutdownTimeoutInHours to none", screen.Text, StringComparison.Ordinal);
        host.Run("Set-PsMachine psaaa -Name asked -Confirm").Succeeded();
        Assert.Contains("Name to 'asked'", Assert.Single(screen.Questions), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), line => line.StartsWith("POST", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("-ShutdownTimeoutInHours $null", """{"shutdownTimeoutInHours":null}""")]
    [InlineData("-ShutdownTimeoutInHours '24'", """{"shutdownTimeoutInHours":24}""")]
    [InlineData("-AutoSnapshotFrequency WEEK", """{"autoSnapshotFrequency":"week"}""")]
    public async Task Settings_that_mean_never_are_sent_as_null(string parameters, string body)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        host.Run($"Set-PsMachine psaaa {parameters}").Succeeded();
        Assert.Equal(body, Assert.Single(host.Log).Body);
    }

    [Fact]
    public async Task A_row_with_nothing_to_set_is_an_error_of_its_own()
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var outcome = host.Run("[pscustomobject]@{ MachineId = 'psaaa'; Name = '' }, [pscustomobject]@{ MachineId = 'psbbb'; Name = 'new' } | Set-PsMachine");
        Assert.Equal("psaaa", Assert.Single(outcome.Errors).TargetObject);
        Assert.Equal("/machines/psbbb/updateMachinePublic", Assert.Single(host.Log).Path);
    }

    [Theory]
    [InlineData("50GB", 50)]
    [InlineData("'50GB'", 50)]
    [InlineData("'50 gb'", 50)]
    [InlineData("1TB", 1024)]
    [InlineData("'100'", 100)]
    [InlineData("([uint16]100)", 100)]
    [InlineData("([bigint]100)", 100)]
    public async Task A_size_may_be_written_with_its_unit(string size, int gigabytes)
    {
        await using var host = await SimulatedHost.StartAsync();
        host.Run($"New-PsMachine a -Region NY2 -MachineType P4000 -Size {size} -BillingType hourly -TemplateId tkni3aa4").Succeeded();
        Assert.Equal(gigabytes, (int?)JObject.Parse(Assert.Single(host.Log).Body)["size"]);
    }

    [Theory]
    [InlineData("50.5")]
    [InlineData("1500000000")]
    [InlineData("big")]
    public async Task A_size_that_is_none_is_refused_with_the_unit(string size)
    {
        await using var host = await SimulatedHost.StartAsync();
        var error = host.Run($"New-PsMachine a -Region NY2 -MachineType P4000 -Size {size} -BillingType hourly -TemplateId tkni3aa4").Error;
        Assert.Contains("GB", error.ToString(), StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Fact]
    public async Task Sixteen_creates_at_once_ask_for_the_templates_once()
    {
        await using var host = await SimulatedHost.StartAsync();
        host.Run("1..16 | % { \"c$_\" } | New-PsMachine -Region NY2 -MachineType C5 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -ThrottleLimit 16").Succeeded();
        Assert.Equal(16, host.Log.Count(request => request.Method == "POST"));
        Assert.Single(host.Lines(), line => line.Contains("getTemplates", StringComparison.Ordinal));
    }

    private static JObject Sorted(JObject fields) => new(fields.Properties().OrderBy(field => field.Name, StringComparer.Ordinal));
}
