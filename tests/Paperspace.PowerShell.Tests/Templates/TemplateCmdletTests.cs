using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Templates;

/// <summary>Get-, New-, Set- and Remove-PsTemplate.</summary>
public sealed class TemplateCmdletTests
{
    private static readonly MachineSeed[] Two =
    [
        new()
        {
            Id = "psaaa",
            Name = "base",
            State = "off",
        },
        new() { Id = "psbbb", Name = "two" },
    ];

    public static TheoryData<string> Both => Apis.Both;

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Templates_are_found_by_their_label_or_system_with_wildcards(string api)
    {
        await using var host = await Apis.StartAsync(api);
        var all = host.Run("Get-PsTemplate").Succeeded().All<Template>();
        var found = host.Run("Get-PsTemplate -Name '*Ubuntu 22*'").Succeeded().All<Template>();
        Assert.NotEmpty(found);
        Assert.Equal(
            all.Where(template => $"{template.Label} {template.Os}".Contains("Ubuntu 22", StringComparison.Ordinal))
                .Select(template => template.Id),
            found.Select(template => template.Id));
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Templates_are_read_by_id_label_and_object(string api)
    {
        await using var host = await Apis.StartAsync(api);
        const string Label = "Ubuntu 22.04 Server";
        foreach (var script in new[]
        {
            "Get-PsTemplate -Id t0nspur5",
            "'t0nspur5' | Get-PsTemplate",
            $"'{Label}' | Get-PsTemplate",
            $"Get-PsTemplate '{Label}'",
            "Get-PsTemplate t0nspur5 | Get-PsTemplate",
            $"{Apis.Deserialize("Get-PsTemplate t0nspur5")} | Get-PsTemplate",
            "[pscustomobject]@{ TemplateId = 't0nspur5'; Name = 'x' } | Get-PsTemplate",
        })
        {
            var template = host.Run(script).Succeeded().Single<Template>();
            Assert.Equal(("t0nspur5", Label), (template.Id, template.Label));
        }
    }

    [Theory]
    [MemberData(nameof(Both))]
    public async Task An_unknown_template_is_an_error_and_the_others_are_returned(string api)
    {
        await using var host = await Apis.StartAsync(api);
        var outcome = host.Run("Get-PsTemplate 'Ubuntu 22.04 Servers', tkni3aa4, nothing*");
        Assert.Equal("tkni3aa4", outcome.Single<Template>().Id);
        Assert.Equal("ResourceNotFound,Paperspace.PowerShell.GetPsTemplateCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Contains("'Ubuntu 22.04 Server'", outcome.Error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_is_created_renamed_and_deleted_and_each_change_is_in_the_next_list()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var created = host.Run("Get-PsTemplate; Get-PsMachine base | New-PsTemplate -Name render-base").Succeeded().All<Template>()[^1];
        Assert.Equal(("render-base", "psaaa", true), (created.Name, created.ParentMachineId, created.IsCustom));
        Assert.Equal(created.Id, host.Run("Get-PsTemplate render-*").Succeeded().Single<Template>().Id);

        var renamed = host.Run("Set-PsTemplate render-base -Name render-2 -PassThru").Succeeded().Single<Template>();
        Assert.Equal((created.Id, "render-2"), (renamed.Id, renamed.Label));

        Assert.Empty(host.Run("Get-PsTemplate render-2 | Remove-PsTemplate -Confirm:$false").Succeeded().Output);
        Assert.Empty(host.Run("Get-PsTemplate render*").Succeeded().Output);
    }

    [Fact]
    public void A_template_is_returned_once_it_is_created()
    {
        using var host = new FastHost(PaperspaceApiVersion.V1, Two);
        var templates = host.Run(
                "Get-PsMachine base | New-PsTemplate -Name { \"base-of-$($_.Name)\" } -Wait; Stop-PsMachine psbbb -Wait | New-PsTemplate "
                    + "-Name two -Wait")
            .Succeeded()
            .All<Template>();
        Assert.Equal(["base-of-base", "two"], templates.Select(template => template.Name));
        Assert.NotEmpty(host.Clock.Pauses);
        Assert.Contains(
            "needs a name of its own",
            host.Run("Get-PsMachine base | New-PsTemplate").Error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_template_of_a_running_machine_is_rejected()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        var outcome = host.Run("New-PsTemplate psbbb, psaaa -Name both");
        Assert.Equal("psaaa", outcome.Single<Template>().ParentMachineId);
        Assert.Equal("InvalidRequest,Paperspace.PowerShell.NewPsTemplateCommand", outcome.Error.FullyQualifiedErrorId);
        Assert.Contains(
            "Machine psbbb is 'ready'. A template can be created only while it is off",
            outcome.Error.ToString(),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIf_says_that_the_machine_has_to_be_off_and_creates_nothing()
    {
        var screen = new RecordingHost(width: 200);
        await using var host = await SimulatedHost.StartV1Async(screen, Two);
        host.Run("Get-PsMachine base | New-PsTemplate -Name x -WhatIf").Succeeded();
        Assert.Contains("the machine has to be off", screen.Text, StringComparison.Ordinal);
        Assert.Contains("x from machine psaaa (base, off)", screen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method == "POST");
    }

    [Fact]
    public async Task Public_templates_cannot_be_changed_and_wildcards_do_not_match_them()
    {
        await using var host = await SimulatedHost.StartV1Async(Two);
        host.Run("New-PsTemplate psaaa mine").Succeeded();
        foreach (var script in new[] { "Get-PsTemplate t0nspur5 | Remove-PsTemplate", "Get-PsTemplate t0nspur5 | Set-PsTemplate -Name x" })
            Assert.Contains("one of Paperspace", host.Run($"{script} -Confirm:$false").Error.ToString(), StringComparison.Ordinal);
        foreach (var given in new[] { "t0nspur5", "'Ubuntu 22.04 Server'", $"({Apis.Deserialize("Get-PsTemplate t0nspur5")})" })
            Assert.Equal(
                "ResourceNotFound,Paperspace.PowerShell.RemovePsTemplateCommand",
                host.Run($"Remove-PsTemplate {given} -Confirm:$false").Error.FullyQualifiedErrorId);

        Assert.Equal("mine", host.Run("Remove-PsTemplate * -Confirm:$false -PassThru").Succeeded().Single<Template>().Name);
        Assert.Single(host.Log, request => request.Method == "DELETE");
    }

    [Theory]
    [InlineData("Get-PsMachine | New-PsTemplate -Name x -WhatIf", "create")]
    [InlineData("Set-PsTemplate t0nspur5, tkni3aa4 -Name x -WhatIf", "update")]
    [InlineData("Get-PsTemplate | Remove-PsTemplate -WhatIf", "delete")]
    public async Task An_operation_that_Core_lacks_is_reported_once_and_with_WhatIf_too(string script, string action)
    {
        await using var host = await SimulatedHost.StartAsync(Two);
        var outcome = host.Run(script);
        Assert.StartsWith("NotSupported,", outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains($"The Core API cannot {action} templates", outcome.Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method != "GET");
    }

    [Fact]
    public async Task A_label_of_several_templates_is_an_error_with_their_names()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var same = host.Run("Get-PsTemplate").Succeeded().All<Template>().GroupBy(template => template.Label).First(group => group.Count() > 1);
        var error = host.Run($"Get-PsTemplate '{same.Key}' | Out-Null; New-PsMachine x -Region NY2 -MachineType P4000 -Size 50 -Template '{same.Key}'").Error;
        Assert.Contains($"{same.Count()} templates have the label '{same.Key}'. Specify the name or id of one: ", error.ToString(), StringComparison.Ordinal);
        Assert.All(same, template => Assert.Contains(template.Name!, error.ToString(), StringComparison.Ordinal));
    }
}
