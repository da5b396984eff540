using Newtonsoft.Json.Linq;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>A machine's name wherever an id goes.</summary>
public abstract class NameTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Seeds =
    [
        new() { Id = "psaaa", Name = "train-1" },
        new() { Id = "psbbb", Name = "train-2", State = "off", Region = "CA1" },
        new() { Id = "pstw1", Name = "twin" },
        new() { Id = "pstw2", Name = "twin", State = "off" },
        new() { Id = "psid1", Name = "pslikeanid" },
        new() { Id = "psid2", Name = "psid1" },
        new() { Id = "psw1", Name = "gpu[1]" },
        new() { Id = "psw2", Name = "gpu1" },
        new() { Id = "psw3", Name = "X [LastWrite=2017-07-20_08:44]" },
        new() { Id = "psw4", Name = "a[" },
        new() { Id = "psw5", Name = "two words" },
    ];

    public static TheoryData<string, string> Stops => new()
    {
        { "Stop-PsMachine train-1", "psaaa" },
        { "Stop-PsMachine TRAIN-1", "psaaa" },
        { "Stop-PsMachine -Machine train-1", "psaaa" },
        { "Stop-PsMachine -InputObject train-1", "psaaa" },
        { "Stop-PsMachine psaaa", "psaaa" },
        { "Stop-PsMachine -Id psaaa", "psaaa" },
        { "Stop-PsMachine -MachineId psaaa", "psaaa" },
        { "'train-1' | Stop-PsMachine", "psaaa" },
        { "'train-1', 'psbbb' | Stop-PsMachine", "psaaa,psbbb" },
        { "Stop-PsMachine train-*", "psaaa,psbbb" },
        { "Stop-PsMachine train-1, psw1, 'two words'", "psaaa,psw1,psw5" },
        { "Stop-PsMachine (Get-PsMachine train-1)", "psaaa" },
        { "Get-PsMachine train-* | Stop-PsMachine", "psaaa,psbbb" },
        { $"{Apis.Deserialize("Get-PsMachine train-1")} | Stop-PsMachine", "psaaa" },
        { $"Stop-PsMachine ({Apis.Deserialize("Get-PsMachine train-1")})", "psaaa" },
        { "[pscustomobject]@{ MachineId = 'psaaa' } | Stop-PsMachine", "psaaa" },
        { $"{Selected("@{ Id = 'psaaa'; Name = 'x' }")} | Stop-PsMachine", "psaaa" },
        { "@{ id = 'psaaa' } | Stop-PsMachine", "psaaa" },
        { "$h = [Collections.Hashtable]::new([StringComparer]::Ordinal); $h['id'] = 'psaaa'; $h | Stop-PsMachine", "psaaa" },
        { "$d = [Collections.Generic.Dictionary[string,object]]::new(); $d['machineId'] = 'psaaa'; $d | Stop-PsMachine", "psaaa" },
        { "Stop-PsMachine pslikeanid", "psid1" },
        { "'pslikeanid', 'psaaa' | Stop-PsMachine", "psaaa,psid1" },
        { "Stop-PsMachine psid1", "psid1" },
        { "Stop-PsMachine 'gpu[1]'", "psw1" },
        { "Stop-PsMachine 'gpu[12]'", "psw2" },
        { "Stop-PsMachine 'gpu`[1`]'", "psw1" },
        { "Stop-PsMachine 'X [LastWrite=2017-07-20_08:44]'", "psw3" },
        { "Stop-PsMachine 'a['", "psw4" },
    };

    public static TheoryData<string, string> Gets => new()
    {
        { "Get-PsMachine train-1", "psaaa" },
        { "Get-PsMachine psaaa", "psaaa" },
        { "Get-PsMachine twin", "pstw1,pstw2" },
        { "Get-PsMachine pslikeanid", "psid1" },
        { "Get-PsMachine psaaa, train-2", "psaaa,psbbb" },
        { "'train-1', 'psbbb' | Get-PsMachine", "psaaa,psbbb" },
        { "Get-PsMachine train-1, train-*", "psaaa,psbbb" },
        { "Get-PsMachine 'a['", "psw4" },
        { "Get-PsMachine 'X [LastWrite=2017-07-20_08:44]'", "psw3" },
        { "Get-PsMachine train-2 -State ready", "" },
        { "Get-PsMachine train-2 -State off", "psbbb" },
        { "Get-PsMachine -Name train-2 -State ready", "" },
        { "@{ id = 'psaaa' } | Get-PsMachine", "psaaa" },
        { "$d = [Collections.Generic.Dictionary[string,object]]::new(); $d['Id'] = 'psaaa'; $d | Get-PsMachine", "psaaa" },
    };

    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "Stop-PsMachine twin", "AmbiguousName", "pstw1 (twin, ready" },
        { "'twin' | Stop-PsMachine", "AmbiguousName", "pstw2 (twin, off" },
        { "Stop-PsMachine train-3", "MachineNotFound", "There is no machine 'train-3'. Did you mean 'train-" },
        { "Stop-PsMachine psnosuch", "MachineNotFound", "There is no machine 'psnosuch'" },
        { "Stop-PsMachine -Id train-1", "MachineNotFound", "-Machine takes names" },
        { "Stop-PsMachine -Id 'two words'", "InvalidRequest", "-Machine takes a name" },
        { "Get-PsMachine nosuch", "MachineNotFound", "There is no machine 'nosuch'" },
        { "Get-PsMachine psnosuch", "MachineNotFound", "There is no machine 'psnosuch'" },
        { "Get-PsMachine -Name psaaa", "MachineNotFound", "psaaa" },
        { "Get-PsMachineEvent nosuch", "MachineNotFound", "There is no machine 'nosuch'" },
        { "Get-PsMachineEvent psnosuch", "MachineNotFound", "psnosuch" },
        { "Get-PsMachineUtilization nosuch", "MachineNotFound", "There is no machine 'nosuch'" },
        { "Wait-PsMachine nosuch", "MachineNotFound", "There is no machine 'nosuch'" },
        { "Wait-PsMachine psnosuch", "MachineNotFound", "psnosuch" },
        { "Stop-PsMachine psnosuch -WhatIf", "MachineNotFound", "There is no machine 'psnosuch'" },
        { "Stop-PsMachine nosuch -WhatIf", "MachineNotFound", "There is no machine 'nosuch'" },
        { $"{Selected("@{ State = 'off' }")} | Stop-PsMachine", "InvalidRequest", "The row has no column that identifies a machine." },
        { "Set-PsMachine twin -Name x", "AmbiguousName", "2 machines have the name 'twin'" },
        { "Remove-PsMachine twin -Confirm:$false", "AmbiguousName", "2 machines have the name 'twin'" },
        { "Grant-PsMachineAccess twin ada@example.com", "AmbiguousName", "2 machines have the name 'twin'" },
    };

    [Theory]
    [MemberData(nameof(Stops))]
    public async Task An_action_takes_an_id_a_name_wildcards_or_the_machine(string script, string ids)
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        host.Run(script).Succeeded();
        Assert.Equal(
            ids.Split(',').Select(id => MachineRequests.Line(api, "stop", id)).Order(),
            host.Lines().Where(line => line.EndsWith("/stop", StringComparison.Ordinal) && !IsRefused(line)).Order());
        Assert.True(host.Lines().Count(IsList) <= 2, string.Join('\n', host.Lines()));
    }

    [Theory]
    [MemberData(nameof(Gets))]
    public async Task Get_PsMachine_takes_an_id_or_a_name_by_position(string script, string ids)
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        Assert.Equal(
            ids,
            string.Join(',', host.Run(script).Succeeded().All<Machine>().Select(machine => machine.Id).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task What_means_no_single_machine_is_an_error_and_changes_nothing(string script, string id, string says)
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        var error = host.Run(script).Error;
        Assert.StartsWith(id, error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains(says, error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), line => MachineRequests.IsChange(line) && !IsRefused(line));
    }

    [Theory]
    [InlineData("Stop-PsMachine zz*")]
    [InlineData("'zz*' | Stop-PsMachine")]
    [InlineData("Get-PsMachine zz*")]
    [InlineData("Get-PsMachine -Name zz*")]
    [InlineData("Get-PsMachineEvent zz*")]
    [InlineData("Wait-PsMachine zz*")]
    public async Task Wildcards_that_match_nothing_are_a_warning(string script)
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        var outcome = host.Run(script).Succeeded();
        Assert.Empty(outcome.Output);
        Assert.Equal("No machine matches 'zz*'.", Assert.Single(outcome.Warnings));
    }

    [Theory]
    [InlineData("Stop-PsMachine psaaa", 1)]
    [InlineData("'psaaa', 'psw5' | Stop-PsMachine", 2)]
    [InlineData("Stop-PsMachine train-1, gpu1, 'two words'", 4)]
    [InlineData("'train-1', 'a[', 'two words', 'gpu*' | Stop-PsMachine", 6)]
    public async Task An_id_costs_no_request_and_any_number_of_names_one_list(string script, int requests)
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        host.Run(script).Succeeded();
        Assert.Equal(requests, host.Log.Count);
    }

    [Fact]
    public async Task WhatIf_shows_name_id_and_state_and_an_action_with_nothing_to_do()
    {
        var screen = new RecordingHost(width: 300);
        await using var host = await SimulatedHost.StartAsync(screen, api, Seeds);
        host.Run("Stop-PsMachine psaaa -WhatIf; 'psaaa', 'psbbb', 'train-2' | Stop-PsMachine -WhatIf; Start-PsMachine train-1 -WhatIf")
            .Succeeded();
        Assert.Contains("psaaa (train-1, ready)", screen.Text, StringComparison.Ordinal);
        Assert.Contains("psbbb (train-2, off)", screen.Text, StringComparison.Ordinal);
        Assert.Contains("nothing to do: it is off", screen.Text, StringComparison.Ordinal);
        Assert.Contains("nothing to do: it is ready", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Lines(), MachineRequests.IsChange);
        Assert.Equal(2, host.Lines().Count(IsList));
    }

    [Fact]
    public async Task An_address_in_place_of_a_name_says_which_machine_has_it()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        var address = host.Run("(Get-PsMachine psaaa).PrivateIpAddress").Succeeded().Single<string>();
        Assert.Contains(
            "It is the address of machine psaaa (train-1", host.Run($"Stop-PsMachine {address}").Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_and_usage_of_all_machines_are_read_without_a_machine()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        Assert.Equal(
            Seeds.Select(seed => seed.Id).Order(),
            host.Run("Get-PsMachineEvent").Succeeded().All<MachineEvent>().Select(item => item.MachineId).Distinct().Order());
        Assert.Equal(
            Seeds.Select(seed => seed.Id).Order(),
            host.Run("Get-PsMachineUtilization").Succeeded().All<MachineUtilization>().Select(item => item.MachineId).Order());
    }

    [Fact]
    public async Task Any_of_several_states_ends_a_wait()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        Assert.Equal(
            ["off", "ready"],
            host.Run("Wait-PsMachine train-* -State ready, off -Timeout 5").Succeeded().All<Machine>().Select(machine => machine.State).Order());
    }

    [Theory]
    [InlineData("psaaa", "psaaa")]
    [InlineData("pslikeanid", "psid1")]
    [InlineData("psid1", "psid1")]
    public async Task A_wait_for_an_id_costs_no_request_more_and_a_name_that_looks_like_one_is_found(string machine, string id)
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        Assert.Equal(id, host.Run($"Wait-PsMachine {machine}").Succeeded().Single<Machine>().Id);
        if (machine != id) return;
        var first = host.Log.Count;
        host.Run($"Wait-PsMachine -Id {id}").Succeeded();
        Assert.Equal(first, host.Log.Count - first);
    }

    [Fact]
    public async Task A_wait_for_what_is_neither_an_id_nor_a_name_is_one_error()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        var outcome = host.Run("Wait-PsMachine psnosuch, psaaa");
        Assert.Equal("psaaa", outcome.Single<Machine>().Id);
        Assert.StartsWith("MachineNotFound,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Access_for_an_id_of_a_user_costs_one_request()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        host.Run("Grant-PsMachineAccess psaaa -UserId u3z4be26").Succeeded();
        Assert.Single(host.Log);
        host.Run("Revoke-PsMachineAccess psaaa -UserId u3z4be26").Succeeded();
        Assert.Equal(2, host.Log.Count);
    }

    [Theory]
    [InlineData("Get-PsMachine train-2 | New-PsMachine -Name a, b")]
    [InlineData("Get-PsMachine train-2 | Select-Object * | New-PsMachine -Name a, b", false)]
    public async Task A_copy_without_a_template_is_one_error_that_names_the_machine(string script, bool isMachine = true)
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        var outcome = host.Run(script);
        if (isMachine)
            Assert.StartsWith(
                "The API does not return which template machine psbbb (train-2) was created from. Specify -Template",
                outcome.Error.ToString(),
                StringComparison.Ordinal);
        Assert.NotEmpty(outcome.Errors);
        Assert.DoesNotContain(host.Log, request => request.Method == "POST");
    }

    [Fact]
    public async Task A_bare_command_prompts_for_everything_that_is_needed()
    {
        var screen = new RecordingHost();
        foreach (var (name, value) in new (string, object)[]
        {
            ("Name", new[] { "x" }), ("Region", new[] { "NY2" }), ("MachineType", new[] { "P4000" }), ("Size", "50"),
            ("Template", "Ubuntu 22.04 Server"),
        })
            screen.Entries[name] = value;
        await using var host = await SimulatedHost.StartAsync(screen, api, Seeds);
        Assert.Equal("x", host.Run("New-PsMachine").Succeeded().Single<Machine>().Name);
        Assert.Equal(["MachineType", "Name", "Region", "Size", "Template"], screen.Prompted.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Several_names_create_several_machines()
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        Assert.Equal(
            ["a", "b", "c"],
            host.Run("New-PsMachine a, b, c -Region NY2 -MachineType P4000 -Size 50 -Template 'Ubuntu 22.04 Server'")
                .Succeeded()
                .All<Machine>()
                .Select(machine => machine.Name)
                .Order());
        Assert.Equal(3, host.Log.Count(request => request.Method == "POST"));
    }

    [Theory]
    [InlineData("Get-PsMachine train-2 | New-PsMachine -Name copy -Template t0nspur5")]
    [InlineData("Get-PsMachine | Where-Object Name -eq train-2 | New-PsMachine -Name copy -TemplateId t0nspur5")]
    public async Task A_piped_machine_is_copied(string script)
    {
        await using var host = await SimulatedHost.StartAsync(api, Seeds);
        Assert.Equal("copy", host.Run(script).Succeeded().Single<Machine>().Name);
        var body = JObject.Parse(host.Log.Single(request => request.Method == "POST").Body);
        Assert.Equal(
            ("P4000", api == PaperspaceApiVersion.Core ? "West Coast (CA1)" : "ca1", 50),
            ((string?)body["machineType"], (string?)body["region"], (int?)(body["size"] ?? body["diskSize"])));
    }

    /// <summary>Returns the script of an object as Select-Object makes one of a machine.</summary>
    private static string Selected(string row) =>
        $"$row = [pscustomobject]{row}; $row.PSObject.TypeNames.Insert(0, 'Selected.Paperspace.Machine'); $row";

    private static bool IsList(string line) =>
        line.StartsWith("GET /machines/getMachines", StringComparison.Ordinal)
        || line.StartsWith("GET /v1/machines?", StringComparison.Ordinal);

    /// <summary>Returns whether the machine of a request does not exist: a name that looks like an id was tried as one.</summary>
    private static bool IsRefused(string line) => new[] { "pslikeanid", "psnosuch", "train-1" }.Any(line.Contains);
}

public sealed class CoreNameTests() : NameTests(PaperspaceApiVersion.Core);

public sealed class V1NameTests() : NameTests(PaperspaceApiVersion.V1);
