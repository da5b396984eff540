using System.Management.Automation;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What each parameter of New-PsMachine sends on each API, or that the API lacks it.</summary>
public abstract class CreateBodyTests(PaperspaceApiVersion api)
{
    private const string Script =
        """
        $password = [securestring]::new(); 'p4ss'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
        $settings = @{ Name = 'a'; Region = 'NY2'; MachineType = 'P4000'; Size = 50; TemplateId = 'tkni3aa4' }
        $given = @{ SETTINGS }
        $given.Keys | ForEach-Object { $settings[$_] = $given[$_] }
        New-PsMachine @settings
        """;

    /// <summary>What is about the command itself, and not about the machine.</summary>
    private static readonly string[] OfTheCommand =
        ["InputObject", "CapacityTimeout", "Minimum", "AllOrNothing", "MaxHourlyPrice", "SshPublicKey"];

    /// <summary>What is looked up first, and sent as an id.</summary>
    private static readonly string[] LookedUp = ["Template", "Network", "Script", "User"];

    /// <summary>Gets settings, and the fields that they add to the body of Core and of V1: null where the API lacks one of them.</summary>
    public static TheoryData<string, string?, string?> Settings { get; } =
        new()
        {
            { "Name = 'b'", """{"machineName":"b"}""", """{"name":"b"}""" },
            { "Region = 'CA1'", """{"region":"West Coast (CA1)"}""", """{"region":"ca1"}""" },
            { "Region = 'Europe (AMS1)'", """{"region":"Europe (AMS1)"}""", """{"region":"ams1"}""" },
            { "MachineType = 'p5000'", """{"machineType":"P5000"}""", """{"machineType":"P5000"}""" },
            { "Size = 100", """{"size":100}""", """{"diskSize":100}""" },
            { "Size = '1TB'", """{"size":1024}""", """{"diskSize":1024}""" },
            { "BillingType = 'hourly'", """{"billingType":"hourly"}""", "{}" },
            { "BillingType = 'monthly'", """{"billingType":"monthly"}""", null },
            { "TemplateId = 't17d1a6i'", """{"templateId":"t17d1a6i"}""", """{"templateId":"t17d1a6i"}""" },
            { "TeamId = 'tewr3st2z'", """{"teamId":"tewr3st2z"}""", null },
            { "AssignPublicIp = $true", """{"assignPublicIp":true}""", """{"publicIpType":"static"}""" },
            { "AssignPublicIp = $false", """{"assignPublicIp":false}""", """{"publicIpType":"none"}""" },
            { "DynamicPublicIp = $true", """{"dynamicPublicIp":true}""", """{"publicIpType":"dynamic"}""" },
            {
                "AssignPublicIp = $false; DynamicPublicIp = $true",
                """{"assignPublicIp":false,"dynamicPublicIp":true}""",
                """{"publicIpType":"dynamic"}"""
            },
            { "StartOnCreate = $false", """{"startOnCreate":false}""", """{"startOnCreate":false}""" },
            { "NetworkId = 'nng82wb'", """{"networkId":"nng82wb"}""", """{"networkId":"nng82wb"}""" },
            { "ScriptId = 'sc123abc'", """{"scriptId":"sc123abc"}""", """{"startupScriptId":"sc123abc"}""" },
            { "UserId = 'u1'", """{"userId":"u1"}""", """{"accessorIds":["u1"]}""" },
            { "AccessorId = 'u1', 'u2'", null, """{"accessorIds":["u1","u2"]}""" },
            { "UserId = 'u1'; AccessorId = 'u2', 'u1'", null, """{"accessorIds":["u1","u2"]}""" },
            {
                "Email = 'a@b.c'; Password = $password; FirstName = 'A'; LastName = 'B'",
                """{"email":"a@b.c","password":"p4ss","firstName":"A","lastName":"B"}""",
                null
            },
            { "NotificationEmail = 'd@e.f'", """{"notificationEmail":"d@e.f"}""", null },
            { "TakeInitialSnapshot = $true", """{"takeInitialSnapshot":true}""", """{"takeInitialSnapshot":true}""" },
            {
                "TakeInitialSnapshot = $true; MarkSnapshotAsRestorePoint = $true; RestorePointFrequency = 'shutdown'",
                """{"takeInitialSnapshot":true,"markSnapshotAsRestorePoint":true,"restorePointFrequency":"shutdown"}""",
                """{"takeInitialSnapshot":true,"restorePointEnabled":true,"restorePointFrequency":"shutdown"}"""
            },
            { "EnableNvlink = $true", """{"enableNvlink":true}""", """{"enableNvlink":true}""" },
            { "EmailPassword = $false", null, """{"emailPassword":false}""" },
            { "ShutdownTimeoutInHours = 8", null, """{"autoShutdownEnabled":true,"autoShutdownTimeout":8}""" },
            { "ShutdownTimeoutForces = $false", null, """{"autoShutdownForce":false}""" },
            { "PerformAutoSnapshot = $true", null, """{"autoSnapshotEnabled":true}""" },
            { "AutoSnapshotFrequency = 'week'", null, """{"autoSnapshotFrequency":"weekly"}""" },
            { "AutoSnapshotSaveCount = 3", null, """{"autoSnapshotSaveCount":3}""" },
        };

    private bool IsCore => api == PaperspaceApiVersion.Core;

    [Fact]
    public void Every_parameter_about_the_machine_is_tested()
    {
        using var session = new Session();
        var command = session.Run("Get-Command New-PsMachine").Single<CmdletInfo>();
        var own = command.Parameters.Keys.Where(name =>
            command.ImplementingType.GetProperty(name)?.DeclaringType == command.ImplementingType);
        var tested = Settings.SelectMany(row => Names(row.Data.Item1));
        Assert.Equal(
            own.Except(OfTheCommand).Except(LookedUp).Order(StringComparer.Ordinal),
            tested.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public void A_setting_is_sent_in_the_form_of_the_API_or_is_not_supported(string settings, string? core, string? v1)
    {
        var bodies = new List<string>();
        using var host = NewHost(bodies);
        var script = Script.Replace("SETTINGS", settings, StringComparison.Ordinal);
        if ((IsCore ? core : v1) is not { } fields)
        {
            foreach (var line in new[] { script, script + " -WhatIf" })
            {
                var error = host.Run(line).Error;
                Assert.StartsWith("NotSupported,", error.FullyQualifiedErrorId, StringComparison.Ordinal);
                Assert.Contains(Names(settings), name => error.ToString().Contains(name, StringComparison.Ordinal));
            }

            Assert.Empty(bodies);
            return;
        }

        host.Run(script).Succeeded();
        var expected = JsonNode.Parse(IsCore
            ? """{"machineName":"a","region":"East Coast (NY2)","machineType":"P4000","size":50,"billingType":"hourly","templateId":"tkni3aa4"}"""
            : """{"name":"a","region":"ny2","machineType":"P4000","diskSize":50,"templateId":"tkni3aa4","startOnCreate":true}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(fields)!.AsObject()) expected[name] = value?.DeepClone();
        Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(Assert.Single(bodies))), bodies[0]);
    }

    [Fact]
    public void A_resource_specified_by_name_is_sent_by_id()
    {
        var bodies = new List<string>();
        using var host = NewHost(bodies);
        var template = host.Run("Get-PsTemplate 'Ubuntu 22.04 Server'").Succeeded().Single<Template>();
        var network = host.Run(IsCore ? "Get-PsNetwork 'New York'" : "New-PsNetwork 'New York' NY2").Succeeded().Single<Network>();
        var script = host.Run("New-PsScript 'set up' echo").Succeeded().Single<Paperspace.Script>();
        var user = host.Run("Get-PsUser ada@example.com").Succeeded().Single<User>();
        host.Run(
            """
            New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -Template 'Ubuntu 22.04 Server' -Network 'New York' -Script 'set up' -User ada@example.com
            """).Succeeded();
        var sent = JsonNode.Parse(Assert.Single(bodies))!;
        Assert.Equal(template.Id, (string?)sent["templateId"]);
        Assert.Equal(network.Id, (string?)sent["networkId"]);
        Assert.Equal(script.Id, (string?)sent[IsCore ? "scriptId" : "startupScriptId"]);
        Assert.Equal(user.Id, (string?)(IsCore ? sent["userId"] : Assert.Single(sent["accessorIds"]!.AsArray())));
    }

    private static IEnumerable<string> Names(string settings) => Regex.Matches(settings, @"\w+(?= = )").Select(match => match.Value);

    /// <summary>Starts with an account that creates whatever it is asked for.</summary>
    private FastHost NewHost(List<string> bodies) => new(api, null, async (request, send, token) =>
    {
        if (!MachineRequests.IsCreate(request)) return await send();
        var body = await request.Content!.ReadAsStringAsync(token);
        bodies.Add(body);
        return new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent(Examples.Created(IsCore ? "spec-create" : "v1-create-answer", body), Encoding.UTF8, "application/json"),
        };
    });
}
