using System.Management.Automation;
using System.Net;
using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.SharedDrives;

/// <summary>The cmdlets for shared drives.</summary>
public sealed class SharedDriveCmdletTests
{
    private const string Create = "New-PsNetwork lab NY2 | Out-Null; New-PsSharedDrive data 250 -Network lab";

    [Fact]
    public async Task Drives_are_created_renamed_and_deleted_by_name()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var network = host.Run("New-PsNetwork lab NY2").Succeeded().Single<Network>();
        var created = host.Run("'data', 'more data' | New-PsSharedDrive -Size 250GB -Network lab").Succeeded().All<SharedDrive>();
        Assert.Equal(["data", "more data"], created.Select(drive => drive.Name).Order(StringComparer.Ordinal));
        Assert.All(
            created,
            drive => Assert.Equal(("NY2", network.Id, 250L << 30), (drive.Region, drive.NetworkId, drive.Size)));
        Assert.Equal("other", host.Run("Set-PsSharedDrive 'more data' other -PassThru").Succeeded().Single<SharedDrive>().Name);
        Assert.Equal("data", host.Run("Remove-PsSharedDrive data -PassThru -Confirm:$false").Succeeded().Single<SharedDrive>().Name);
        Assert.Equal("other", host.Run("Get-PsSharedDrive").Succeeded().Single<SharedDrive>().Name);
    }

    [Theory]
    [InlineData("New-PsSharedDrive data 250 -NetworkId $network.Id -Region NY2")]
    [InlineData("New-PsSharedDrive data 250 -Network $network")]
    [InlineData("New-PsSharedDrive data '250 GB' -Network $network.Id")]
    [InlineData("$network | New-PsSharedDrive data 250")]
    [InlineData("[pscustomobject] @{ Name = 'data'; Size = '250'; Network = 'lab' } | New-PsSharedDrive")]
    public async Task A_network_is_accepted_by_name_id_and_object(string command)
    {
        await using var host = await SimulatedHost.StartV1Async();
        var drive = host.Run($"$network = New-PsNetwork lab NY2; {command}").Succeeded().Single<SharedDrive>();
        Assert.Equal("data", drive.Name);
        Assert.Contains(host.Log, request => request.Method == "POST" && request.Body.Contains("\"size\":250", StringComparison.Ordinal)
            && request.Body.Contains("\"region\":\"ny2\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_ids_wildcards_and_regions_select()
    {
        await using var host = await SimulatedHost.StartV1Async();
        var id = host.Run(Create).Succeeded().Single<SharedDrive>().Id;
        foreach (
            var line in new[]
            {
                "Get-PsSharedDrive DATA",
                "Get-PsSharedDrive d*",
                $"Get-PsSharedDrive {id}",
                $"'{id}' | Get-PsSharedDrive",
                "Get-PsSharedDrive -Region ny2",
                "Get-PsSharedDrive | Get-PsSharedDrive",
                "[Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsSharedDrive))) "
                    + "| Get-PsSharedDrive",
            })
            Assert.Equal(id, host.Run(line).Succeeded().Single<SharedDrive>().Id);
        Assert.Empty(host.Run("Get-PsSharedDrive -Region CA1; Get-PsSharedDrive z*").Succeeded().Output);
        Assert.StartsWith(
            "ResourceNotFound,",
            Assert.Single(host.Run("Get-PsSharedDrive date").Errors).FullyQualifiedErrorId,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_password_is_a_credential_and_is_never_shown_or_written()
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartV1Async(screen);
        host.Run("$VerbosePreference = 'Continue'; $DebugPreference = 'Continue'");
        var created = host.Run(Create);
        var drive = created.Single<SharedDrive>();
        var credential = host.Run("(Get-PsSharedDrive data).Credential").Single<PSCredential>();
        var password = credential.GetNetworkCredential().Password;
        Assert.Equal(drive.Username, credential.UserName);
        Assert.True(password.Length > 5);
        Assert.Equal(password, new NetworkCredential("", drive.Password).Password);
        var outcome = host.Run(
            """
            Get-PsSharedDrive | ForEach-Object { $_.PSObject.Properties | ForEach-Object { "$($_.Value)" }; [Management.Automation.PSSerializer]::Serialize($_, 5) }
            Set-PsSharedDrive data other -PassThru | ForEach-Object { "$_" }
            Get-PsSharedDrive nothing
            Remove-PsSharedDrive other -Confirm:$false
            """);
        string[] shown =
        [
            screen.Text,
            .. created.Verbose,
            .. created.Debug,
            .. outcome.Verbose,
            .. outcome.Debug,
            .. outcome.Errors.Select(error => error.ToString()),
            .. outcome.Output.Select(text => text.ToString()),
            drive.ToString(),
            System.Text.Json.JsonSerializer.Serialize(drive),
        ];
        Assert.Contains(shown, text => text.Contains("***", StringComparison.Ordinal));
        Assert.Contains(shown, text => text.Contains("<S N=\"Name\">data</S>", StringComparison.Ordinal));
        var hexadecimal = Convert.ToHexString(System.Text.Encoding.Unicode.GetBytes(password));
        Assert.All(shown, text => Assert.DoesNotContain(password, text, StringComparison.Ordinal));
        Assert.All(shown, text => Assert.DoesNotContain(hexadecimal, text, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("New-PsSharedDrive x 250 -Network nothing", "ResourceNotFound")]
    [InlineData("New-PsSharedDrive x 250 -Network $null", "InvalidRequest")]
    [InlineData("New-PsSharedDrive x 250 -Network ''", "InvalidRequest")]
    [InlineData("New-PsSharedDrive x 250", "InvalidRequest")]
    [InlineData("New-PsSharedDrive x 0 -Network lab", "InvalidRequest")]
    [InlineData("New-PsSharedDrive x $null -Network lab", "ParameterArgumentValidationError")]
    [InlineData("New-PsSharedDrive '' 250 -Network lab", "ParameterArgumentValidationError")]
    [InlineData("New-PsSharedDrive x 250 -Network lab -Region ''", "InvalidRequest")]
    [InlineData("Set-PsSharedDrive data $null", "ParameterArgumentValidationError")]
    [InlineData("Set-PsSharedDrive data ''", "ParameterArgumentValidationError")]
    [InlineData("Set-PsSharedDrive $null x", "InvalidRequest")]
    [InlineData("Remove-PsSharedDrive $null -Confirm:$false", "InvalidRequest")]
    [InlineData("Remove-PsSharedDrive @() -Confirm:$false", "InvalidRequest")]
    [InlineData("Get-PsNetwork | Remove-PsSharedDrive -Confirm:$false", "InvalidRequest")]
    [InlineData("Get-PsSharedDrive $null", "InvalidRequest")]
    [InlineData("Get-PsSharedDrive -Region $null", "InvalidRequest")]
    public async Task Invalid_input_changes_nothing_and_is_reported(string command, string id)
    {
        await using var host = await SimulatedHost.StartV1Async();
        host.Run(Create).Succeeded();
        var before = host.Log.Count(request => request.Method != "GET");
        var outcome = host.Run(command);
        Assert.StartsWith(id, outcome.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(outcome.Output);
        Assert.Equal(before, host.Log.Count(request => request.Method != "GET"));
    }

    [Theory]
    [InlineData(
        "New-PsSharedDrive x 250 -Network lab -WhatIf",
        "\"Create shared drive\" on target \"x (250 GB, East Coast (NY2), network ")]
    [InlineData("Set-PsSharedDrive data other -WhatIf", "\"Set Name to 'other'\" on target \"")]
    [InlineData("Remove-PsSharedDrive data -WhatIf", "\"Delete shared drive with what is on it\" on target \"")]
    public async Task WhatIf_says_what_happens(string command, string text)
    {
        var screen = new RecordingHost();
        await using var host = await SimulatedHost.StartV1Async(screen);
        host.Run(Create).Succeeded();
        var before = host.Log.Count(request => request.Method != "GET");
        host.Run(command).Succeeded();
        Assert.Contains(text, screen.Text, StringComparison.Ordinal);
        Assert.Equal(before, host.Log.Count(request => request.Method != "GET"));
    }

    [Theory]
    [InlineData("Get-PsSharedDrive")]
    [InlineData("'a', 'b' | New-PsSharedDrive -Size 250 -Network lab -WhatIf")]
    [InlineData("Set-PsSharedDrive a b -WhatIf")]
    [InlineData("Remove-PsSharedDrive a -WhatIf")]
    public async Task The_Core_API_has_no_drives_which_is_reported_once_and_nothing_is_sent(string command)
    {
        await using var host = await SimulatedHost.StartAsync();
        Assert.StartsWith("NotSupported,", host.Run(command).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(host.Lines());
    }
}
