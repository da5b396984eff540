using Newtonsoft.Json.Linq;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Templates, networks and users beside a machine, by name, id or object, on both APIs.</summary>
public sealed class LookupTests
{
    private const string Settings = "-Region NY2 -MachineType P4000 -Size 50";

    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    private static readonly MachineSeed[] Eight =
    [
        .. Enumerable.Range(1, 8).Select(i => new MachineSeed { Id = $"psm{i}", Name = $"node-{i}" }),
    ];

    public static TheoryData<string> Both => Apis.Both;

    /// <summary>Gets each form in which a template is given, on each API.</summary>
    public static TheoryData<string, string> Forms { get; } = [.. from api in new[] { "Core", "V1" }
        from script in new[]
        {
            $"New-PsMachine x {Settings} -Template 'ubuntu 22.04 server'",
            $"New-PsMachine x {Settings} -Template t0nspur5",
            $"New-PsMachine x {Settings} -Template (Get-PsTemplate t0nspur5)",
            $"New-PsMachine x {Settings} -Template ({Apis.Deserialize("Get-PsTemplate t0nspur5")})",
            $"New-PsMachine -InputObject (Get-PsTemplate t0nspur5) -Name x {Settings}",
            $"Get-PsTemplate t0nspur5 | New-PsMachine -Name x {Settings}",
            $"Get-PsTemplate t0nspur5 | New-PsMachine -Name {{ 'x' }} {Settings}",
            $"{Apis.Deserialize("Get-PsTemplate t0nspur5")} | New-PsMachine -Name x {Settings}",
            $"'x' | New-PsMachine {Settings} -Template 'Ubuntu 22.04 Server'",
            "[pscustomobject]@{ Name = 'x'; Region = 'NY2'; MachineType = 'P4000'; Size = '50'; Template = 'Ubuntu 22.04 Server'; Network "
                + "= ''; User = ''; TemplateId = '' } | New-PsMachine",
            "[pscustomobject]@{ Name = 'x'; Region = 'NY2'; MachineType = 'P4000'; Size = '50'; Template = (Get-PsTemplate t0nspur5) } | "
                + "New-PsMachine",
            $"[pscustomobject]@{{ Name = 'x'; TemplateId = 'tkni3aa4' }} | New-PsMachine {Settings} -Template t0nspur5",
        }
        select (api, script)];

    /// <summary>Gets what names no template that a machine is created from, on each API, and what the error says.</summary>
    public static TheoryData<string, string, string> Mistakes { get; } = [.. from api in new[] { "Core", "V1" }
        from mistake in new[]
        {
            ($"New-PsMachine x {Settings}", "A template is missing"),
            ($"New-PsMachine x {Settings} -Template $null", "Template is empty"),
            ($"New-PsMachine x {Settings} -Template ''", "empty"),
            ($"New-PsMachine x {Settings} -Template @()", "empty"),
            ($"New-PsMachine x {Settings} -Template t0nspur5, tkni3aa4", "2 templates were given where one is expected"),
            ($"New-PsMachine x {Settings} -Template t0nspur5 -TemplateId tkni3aa4", "Template and TemplateId mean the same"),
            ($"New-PsMachine x {Settings} -Template (Get-PsMachine one)", "A Machine was given where a template was expected"),
            ($"Get-PsTemplate t0nspur5 | New-PsMachine {Settings}", "Name is missing"),
            ($"{Apis.Deserialize("Get-PsTemplate t0nspur5")} | New-PsMachine {Settings}", "Name is missing"),
            (
                $"Get-PsTemplate t0nspur5 | New-PsMachine -Name x {Settings} -TemplateId tkni3aa4",
                "A template was piped, and -TemplateId given"),
            (
                $"Get-PsTemplate t0nspur5 | New-PsMachine -Name x {Settings} -Template tkni3aa4",
                "A template was piped, and -Template given"),
            ($"Get-PsUser ada* | New-PsMachine {Settings} -Template t0nspur5", "Name is missing"),
            (
                $"[pscustomobject]@{{ Name = 'x'; Template = (Get-PsMachine one) }} | New-PsMachine {Settings}",
                "A Machine was given where a template was expected"),
            (
                $"Get-PsMachineEvent psaaa -Limit 1 | New-PsMachine -Name x {Settings} -Template t0nspur5",
                "A machineevent was piped where"),
            ($"New-PsMachine x {Settings} -Template 'Ubuntu 22.04 Servers'", "Did you mean 'Ubuntu 22.04 Server'"),
            ($"New-PsMachine x {Settings} -Template 'Windows 10 (Pro) - Unlicensed'", "2 templates have the label"),
            ($"New-PsMachine x {Settings} -TemplateId t0nspur5 -User eve@example.com", "There is no user 'eve@example.com'"),
            ($"New-PsMachine x {Settings} -TemplateId t0nspur5 -Network nowhere", "network"),
        }
        select (api, mistake.Item1, mistake.Item2)];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_machine_is_created_from_a_template_in_any_form(string api, string script)
    {
        await using var host = await Apis.StartAsync(api);
        Assert.Equal("x", host.Run(script).Succeeded().Single<Machine>().Name);
        Assert.Equal("t0nspur5", (string?)JObject.Parse(Assert.Single(host.Log, request => request.Method == "POST").Body)["templateId"]);
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_value_that_matches_no_single_template_is_an_error_and_creates_nothing(string api, string script, string says)
    {
        await using var host = await Apis.StartAsync(api, Two);
        var outcome = host.Run(script);
        Assert.NotEmpty(outcome.Errors.Concat(outcome.Terminating is null ? [] : [outcome.Terminating.ErrorRecord]));
        Assert.Contains(says, (outcome.Terminating?.ErrorRecord ?? outcome.Errors[0]).ToString(), StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.DoesNotContain(host.Log, request => request.Method == "POST");
    }

    [Fact]
    public async Task An_availability_is_a_row_with_settings()
    {
        await using var host = await SimulatedHost.StartAsync();
        host.Run("Get-PsMachineAvailability CA1 P4000 | New-PsMachine -Name x -Size 50 -Template t0nspur5").Succeeded();
        var body = JObject.Parse(host.Log[^1].Body);
        Assert.Equal(("West Coast (CA1)", "P4000"), ((string?)body["region"], (string?)body["machineType"]));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_ambiguous_name_lists_the_candidates_with_their_ids(string api)
    {
        await using var host = await Apis.StartAsync(api);
        var error = host.Run($"New-PsMachine x {Settings} -Template 'Windows 10 (Pro) - Unlicensed'").Error;
        Assert.Equal("AmbiguousName,Paperspace.PowerShell.NewPsMachineCommand", error.FullyQualifiedErrorId);
        Assert.Contains("ta1b3le7 (", error.ToString(), StringComparison.Ordinal);
        Assert.Contains("tl1h5hec (", error.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Names_need_one_list_request_and_ids_none(string api)
    {
        await using var host = await Apis.StartAsync(api);
        host.Run($"'a', 'b', 'c' | New-PsMachine {Settings} -Template 'Ubuntu 22.04 Server' -User ada@example.com").Succeeded();
        var lists = host
            .Log.Where(request => request.Method == "GET" && !request.Path.Contains("session", StringComparison.Ordinal))
            .Select(request => request.Path)
            .ToArray();
        Assert.Equal(lists.Distinct(), lists);
        Assert.Equal(api == "V1" ? 3 : 2, lists.Length);
        Assert.Equal(3, host.Log.Count(request => request.Method == "POST"));

        var before = host.Log.Count;
        host.Run($"New-PsMachine d {Settings} -TemplateId t0nspur5 -UserId u3z4be26").Succeeded();
        Assert.Equal(before + 1, host.Log.Count);
        host.Run($"New-PsMachine e {Settings} -Template t0nspur5 -UserId u3z4be26").Succeeded();
        Assert.Equal(before + 2, host.Log.Count);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_template_id_that_does_not_exist_is_one_error_and_creates_nothing(string api)
    {
        await using var host = await Apis.StartAsync(api);
        var outcome = host.Run($"New-PsMachine d {Settings} -Template t0nspur6");
        Assert.Contains("There is no template 't0nspur6'. Did you mean 't0nspur5'?", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
    }

    [Fact]
    public async Task A_template_whose_name_looks_like_an_id_is_found()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("Stop-PsMachine psaaa").Succeeded();
        host.Clock.Advance(TimeSpan.FromMinutes(10));
        var id = host.Run("(New-PsTemplate psaaa -Name tutorial1).Id").Succeeded().Single<string>();
        host.Clock.Advance(TimeSpan.FromHours(1));
        host.Run($"New-PsMachine d {Settings} -Template tutorial1").Succeeded();
        Assert.Equal(id, (string?)JObject.Parse(host.Log.Last(request => request.Method == "POST").Body)["templateId"]);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_unknown_name_on_the_command_line_is_reported_once(string api)
    {
        await using var host = await Apis.StartAsync(api);
        var outcome = host.Run($"'a', 'b', 'c' | New-PsMachine {Settings} -Template nothing");
        Assert.Equal("ResourceNotFound,Paperspace.PowerShell.NewPsMachineCommand", Assert.Single(outcome.Errors).FullyQualifiedErrorId);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_unknown_name_in_a_row_is_an_error_for_that_row(string api)
    {
        await using var host = await Apis.StartAsync(api);
        var outcome = host.Run(
            $"[pscustomobject]@{{ Name = 'a'; Template = 'nothing' }}, [pscustomobject]@{{ Name = 'b'; Template = 't0nspur5' }} | "
                + $"New-PsMachine {Settings}");
        Assert.Equal("b", outcome.Single<Machine>().Name);
        Assert.Equal("a", Assert.Single(outcome.Errors).TargetObject);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_machine_is_created_for_a_piped_user_whose_properties_are_not_settings(string api)
    {
        await using var host = await Apis.StartAsync(api);
        host.Run($"Get-PsUser -Email ada@example.com | New-PsMachine -Name x {Settings} -Template t0nspur5").Succeeded();
        var body = JObject.Parse(host.Log[^1].Body);
        Assert.Equal("u3z4be26", api == "V1" ? (string?)body["accessorIds"]![0] : (string?)body["userId"]);
        Assert.DoesNotContain("ada@example.com", host.Log[^1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("teamId", host.Log[^1].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_is_created_on_a_network_by_name_and_in_the_region_of_a_template_of_the_team()
    {
        await using var host = await SimulatedHost.StartV1Async([
            new()
            {
                Id = "psaaa",
                Name = "base",
                State = "off",
                Region = "West Coast (CA1)",
            },
        ]);
        host.Run("$null = New-PsNetwork lab CA1; $null = New-PsTemplate psaaa -Name mine").Succeeded();
        var machine = host.Run("Get-PsTemplate mine | New-PsMachine -Name x -MachineType P4000 -Size 50 -Network lab")
            .Succeeded()
            .Single<Machine>();
        Assert.Equal("CA1", machine.Region);
        host.Run("Get-PsNetwork lab | New-PsMachine -Name y -Region CA1 -MachineType P4000 -Size 50 -Template mine").Succeeded();
        host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(
            ["x", "y"],
            host.Run("Get-PsNetwork lab | Get-PsMachine").Succeeded().All<Machine>().Select(item => item.Name).Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task WhatIf_shows_the_resources_behind_the_names(string api)
    {
        var screen = new RecordingHost(width: 300);
        await using var host = api == "V1" ? await SimulatedHost.StartV1Async(screen, Two) : await SimulatedHost.StartAsync(screen, Two);
        host.Run(
                $"New-PsMachine x {Settings} -Template 'Ubuntu 22.04 Server' -WhatIf; Grant-PsMachineAccess psaaa -User ada@example.com "
                    + "-WhatIf")
            .Succeeded();
        Assert.Contains(
            "x (P4000, 50 GB, East Coast (NY2), hourly; about $0.51 an hour and $5 a month), t0nspur5 (Ubuntu 22.04 Server)",
            screen.Text,
            StringComparison.Ordinal);
        Assert.Contains("Grant access to user u3z4be26 (ada@example.com)", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method == "POST");
    }

    [Theory]
    [InlineData("Core", "Get-PsUser -Email ada@example.com | Grant-PsMachineAccess -Machine $m")]
    [InlineData("V1", "Get-PsUser -Email ada@example.com | Grant-PsMachineAccess -Machine $m")]
    [InlineData("Core", "$m | Grant-PsMachineAccess -User ada@example.com")]
    [InlineData("V1", "$m | Grant-PsMachineAccess -User 'Ada Artist'")]
    [InlineData("Core", "Grant-PsMachineAccess psaaa, psbbb -User (Get-PsUser ada*)")]
    [InlineData(
        "V1",
        "[pscustomobject]@{ MachineId = 'psaaa'; User = 'ada@example.com' }, [pscustomobject]@{ MachineId = 'psbbb'; User = 'u3z4be26' } "
            + "| Grant-PsMachineAccess"
    )]
    [InlineData("V1", "'ada@example.com' | Grant-PsMachineAccess -Machine psaaa, psbbb")]
    [InlineData(
        "V1",
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsUser ada*))) | "
            + "Grant-PsMachineAccess -Machine $m"
    )]
    [InlineData("Core", "Grant-PsMachineAccess psaaa, psbbb u3z4be26")]
    public async Task Access_is_granted_to_a_user_in_any_form(string api, string script)
    {
        await using var host = await Apis.StartAsync(api, Two);
        host.Run($"$m = Get-PsMachine; {script}").Succeeded();
        Assert.All(["psaaa", "psbbb"], id => Assert.Contains("u3z4be26", host.Paperspace.AccessorsOf(id)));
        Assert.True(
            host.Log.Count(request => request.Path.EndsWith("users", StringComparison.OrdinalIgnoreCase) && request.Method == "GET") <= 2);
        host.Run($"$m = Get-PsMachine; {script.Replace("Grant", "Revoke", StringComparison.Ordinal)}").Succeeded();
        Assert.All(["psaaa", "psbbb"], id => Assert.DoesNotContain("u3z4be26", host.Paperspace.AccessorsOf(id)));
    }

    [Theory]
    [InlineData("Grant-PsMachineAccess psaaa -User eve@example.com", "There is no user 'eve@example.com'")]
    [InlineData("Get-PsMachine | Grant-PsMachineAccess -User eve@example.com", "There is no user 'eve@example.com'")]
    [InlineData("Grant-PsMachineAccess psaaa -UserId ada@example.com", "Use -User")]
    [InlineData("Grant-PsMachineAccess psaaa -User $null", "null")]
    [InlineData("Grant-PsMachineAccess psaaa -User ''", "empty")]
    [InlineData("Get-PsTemplate t0nspur5 | Grant-PsMachineAccess -UserId u3z4be26", "A Template was given where a machine was expected")]
    [InlineData("Get-PsMachine one | Grant-PsMachineAccess", "User")]
    [InlineData("Get-PsMachine one | Revoke-PsMachineAccess", "User")]
    [InlineData("Get-PsMachine one | Grant-PsMachineAccess -Machine psbbb", "cannot be bound")]
    [InlineData("Get-PsUser ada* | Revoke-PsMachineAccess -UserId u3z4be26", "A User was given where a machine was expected")]
    public async Task Access_is_not_granted_for_an_ambiguous_or_unknown_user(string script, string says)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        Assert.Contains(says, host.Run(script).Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method == "POST");
    }

    [Theory]
    [InlineData("Get-PsTemplate t0nspur5 | Stop-PsMachine")]
    [InlineData("Get-PsUser ada* | Remove-PsMachine -Confirm:$false")]
    [InlineData("Get-PsNetwork 'New York' | Start-PsMachine")]
    [InlineData("Stop-PsMachine (Get-PsTemplate t0nspur5)")]
    [InlineData(
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsTemplate t0nspur5))) | "
            + "Stop-PsMachine"
    )]
    [InlineData("Get-PsUser ada* | Get-PsMachine")]
    public async Task A_resource_of_another_kind_is_never_used_as_a_machine(string script)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var outcome = host.Run(script);
        Assert.True(outcome.Errors.Count > 0 || outcome.Terminating is not null);
        Assert.Empty(outcome.Output);
        Assert.DoesNotContain(host.Log, request => request.Path.StartsWith("/machines", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Get-PsNetwork 'New York' | Get-PsMachine")]
    [InlineData("Get-PsMachine -Network 'new york'")]
    [InlineData("Get-PsMachine -Network nng82wb -State ready")]
    [InlineData("'psaaa', 'psccc' | Get-PsMachine -Network nng82wb")]
    [InlineData("Get-PsMachine -Network (Get-PsNetwork 'New York') -Name o*")]
    [InlineData(
        "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsNetwork 'New York'))) | "
            + "Get-PsMachine"
    )]
    [InlineData("Get-PsNetwork | Get-PsMachine -Limit 1")]
    public async Task Machines_of_a_network_are_listed(string script)
    {
        await using var host = await SimulatedHost.StartAsync([
            new()
            {
                Id = "psaaa",
                Name = "one",
                State = "ready",
            },
            new()
            {
                Id = "psccc",
                Name = "three",
                Region = "West Coast (CA1)",
                State = "ready",
            },
        ]);
        Assert.Equal("psaaa", host.Run(script).Succeeded().Single<Machine>().Id);
    }

    [Fact]
    public async Task A_machine_is_moved_to_a_network_by_name()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var network = host.Run("New-PsNetwork lab NY2").Succeeded().Single<Network>();
        host.Run("Get-PsMachine | Set-PsMachine -Network lab").Succeeded();
        Assert.All(host.Run("Get-PsMachine").Succeeded().All<Machine>(), machine => Assert.Equal(network.Id, machine.NetworkId));
        Assert.Single(host.Log, request => request.Method == "GET" && request.Path.EndsWith("/private-networks", StringComparison.Ordinal));

        Assert.Contains(
            "There is no network 'nowhere'",
            host.Run("Get-PsMachine | Set-PsMachine -Network nowhere").Error.ToString(),
            StringComparison.Ordinal);
        Assert.Contains(
            "The pipeline input cannot be used together with -Machine",
            host.Run("Get-PsNetwork lab | Set-PsMachine psaaa").Error.ToString(),
            StringComparison.Ordinal);
        host.Run("[pscustomobject]@{ MachineId = 'psaaa'; Network = 'lab'; Name = 'renamed' } | Set-PsMachine").Succeeded();
        Assert.Contains(
            host.Log,
            request =>
                request.Method == "PUT"
                && request.Body.Contains(network.Id, StringComparison.Ordinal)
                && request.Body.Contains("renamed", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Set-PsMachine psaaa -Network 'New York'")]
    [InlineData("Set-PsMachine psaaa -Script setup")]
    [InlineData("Set-PsMachine psaaa -Script $null")]
    public async Task An_unsupported_parameter_is_reported_before_a_name_lookup(string script)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        Assert.StartsWith("NotSupported,", host.Run(script).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(host.Log);
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task A_machine_is_created_with_a_script_by_name(string api)
    {
        await using var host = await Apis.StartAsync(api);
        var script = host.Run("New-PsScript setup -Text 'echo 1'").Succeeded().Single<Script>();
        host.Run(
                $"New-PsMachine x {Settings} -Template t0nspur5 -Script setup; Get-PsScript setup | New-PsMachine -Name y {Settings} "
                    + "-TemplateId t0nspur5")
            .Succeeded();
        var bodies = host
            .Log.Where(request => request.Method == "POST" && request.Path.Contains("achine", StringComparison.Ordinal))
            .Select(request => JObject.Parse(request.Body))
            .ToArray();
        Assert.Equal([script.Id, script.Id], bodies.Select(body => (string?)body[api == "V1" ? "startupScriptId" : "scriptId"]));
    }

    [Fact]
    public async Task A_script_is_assigned_by_name_and_removed_with_null()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var script = host.Run("New-PsScript setup -Text 'echo 1'").Succeeded().Single<Script>();
        var machines = host.Run("Get-PsMachine | Set-PsMachine -Script setup -PassThru").Succeeded().All<Machine>();
        Assert.Equal(2, machines.Count);
        Assert.Equal(["psaaa", "psbbb"], Assigned().Order(StringComparer.Ordinal));
        Assert.DoesNotContain(host.Log, request => request.Method == "PUT");

        foreach (var wrong in new[] { "''", "@()", "'nothing'" }) Assert.NotEmpty(host.Run($"Set-PsMachine psaaa -Script {wrong}").Errors);
        Assert.Equal(2, Assigned().Count);

        Assert.Contains(
            "Script and ScriptId mean the same",
            host.Run("Set-PsMachine psaaa -Script setup -ScriptId sc1").Error.ToString(),
            StringComparison.Ordinal);
        host.Run("Set-PsMachine psbbb -ScriptId $null").Succeeded();
        Assert.Equal(["psaaa"], Assigned());
        host.Run($"Set-PsMachine psbbb -ScriptId {script.Id}").Succeeded();
        host.Run("Set-PsMachine psaaa -Script $null -Name renamed").Succeeded();
        Assert.Equal(["psbbb"], Assigned());
        Assert.Equal("renamed", host.Run("Get-PsMachine -Id psaaa").Succeeded().Single<Machine>().Name);
        host.Run(
                "[pscustomobject]@{ MachineId = 'psaaa'; Script = 'setup'; Network = '' }, [pscustomobject]@{ MachineId = 'psbbb'; Script "
                    + "= ''; Name = 'other' } | Set-PsMachine")
            .Succeeded();
        Assert.Equal(["psaaa", "psbbb"], Assigned().Order(StringComparer.Ordinal));

        IReadOnlyList<string> Assigned() => host.Run($"Get-PsScript -Id {script.Id}").Succeeded().Single<Script>().AssignedMachineIds!;
    }

    [Theory]
    [InlineData("Get-PsMachine | Set-PsMachine -Script $null")]
    [InlineData("Get-PsMachine | Set-PsMachine -Script $null -ThrottleLimit 1")]
    [InlineData("(Get-PsMachine).Id + (Get-PsMachine).Id | Set-PsMachine -ScriptId $null -ThrottleLimit 1")]
    public async Task The_scripts_are_listed_once_to_remove_them_from_all_machines(string command)
    {
        await using var host = await SimulatedHost.StartV1Async(Eight);
        host.Run("'one', 'two' | ForEach-Object { New-PsScript $_ -Text 'echo 1' }").Succeeded();
        host.Run("Get-PsMachine | Set-PsMachine -Script one; Set-PsMachine psm1, psm2 -Script two").Succeeded();
        var before = host.Log.Count;
        host.Run(command).Succeeded();
        Assert.Equal(1, host.Log.Skip(before).Count(IsScriptList));
        Assert.Equal(8, host.Log.Skip(before).Count(request => request.Path.EndsWith("/unassign", StringComparison.Ordinal)));
        var scripts = host.Run("Get-PsScript").Succeeded().All<Script>();
        Assert.Equal(2, scripts.Count);
        Assert.All(scripts, script => Assert.Empty(script.AssignedMachineIds!));
    }

    [Theory]
    [InlineData("Get-PsMachine | Set-PsMachine -Script setup -PassThru | Set-PsMachine -Script $null")]
    [InlineData("Get-PsMachine | Set-PsMachine -Script setup -PassThru -ThrottleLimit 1 | Set-PsMachine -Script $null -ThrottleLimit 1")]
    [InlineData(
        "'x', 'y', 'z' | New-PsMachine -Region NY2 -MachineType P4000 -Size 50 -TemplateId t0nspur5 -Script setup | Set-PsMachine -Script "
            + "$null -ThrottleLimit 1"
    )]
    [InlineData("Set-PsMachine psm1 -Script $null; Set-PsMachine psm1 -Script setup; Set-PsMachine psm1 -Script $null")]
    [InlineData(
        "Set-PsMachine psm1 -Script setup; Set-PsMachine psm1 -Script $null; Remove-PsScript other -Confirm:$false; Get-PsMachine | "
            + "Set-PsMachine -Script $null"
    )]
    public async Task A_script_that_was_assigned_in_the_meantime_is_removed_too(string commands)
    {
        await using var host = await SimulatedHost.StartV1Async(Eight);
        host.Run("New-PsScript other -Text 'echo 0'; Set-PsMachine psm2 -Script other; New-PsScript setup -Text 'echo 1'").Succeeded();
        host.Run(commands).Succeeded();
        Assert.Empty(host.Run("Get-PsScript setup").Succeeded().Single<Script>().AssignedMachineIds!);
    }

    [Fact]
    public async Task A_command_removes_a_script_that_another_client_assigned_after_the_last_command()
    {
        await using var host = await SimulatedHost.StartV1Async(Eight);
        var script = host.Run("New-PsScript setup -Text 'echo 1'; Set-PsMachine psm1 -Script $null").Succeeded().Single<Script>();
        host.Run(
                $"Invoke-PsRestMethod startup-scripts/{script.Id}/assign -Method POST -Body @{{ machineId = 'psm1' }}; Set-PsMachine psm1 "
                    + "-Script $null")
            .Succeeded();
        Assert.Empty(host.Run("Get-PsScript setup").Succeeded().Single<Script>().AssignedMachineIds!);
    }

    [Fact]
    public async Task A_script_that_was_assigned_before_another_setting_failed_is_reported()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("New-PsScript setup -Text 'echo 1'").Succeeded();
        host.Paperspace.Inject(
            new SimulatedFault
            {
                Method = "PUT",
                Path = "/machines/psaaa$",
                Status = 403,
                Body = """{"message":"No.","code":"FORBIDDEN"}""",
            });
        Assert.Contains(
            "The script of machine psaaa was assigned first.",
            host.Run("Set-PsMachine psaaa -Script setup -Name renamed").Error.ToString(),
            StringComparison.Ordinal);
    }

    private static bool IsScriptList(SimulatedRequest request) =>
        request.Method == "GET" && request.Path.EndsWith("/startup-scripts", StringComparison.Ordinal);
}
