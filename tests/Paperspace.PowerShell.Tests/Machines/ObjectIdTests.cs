using Newtonsoft.Json.Linq;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>Parameters for ids that are given the object: its id is sent, not its name.</summary>
public sealed class ObjectIdTests
{
    private const string Settings = "-Region NY2 -MachineType P4000 -Size 50";

    private static readonly MachineSeed[] One = [new() { Id = "psaaa", Name = "one", State = "off" }];

    public static TheoryData<string, string, string> Scripts { get; } = [.. from isDeserialized in new[] { false, true }
        from item in new[]
        {
            ("V1", "Get-PsNetwork lab", "New-PsMachine x {0} -TemplateId t0nspur5 -NetworkId ({1})"),
            ("V1", "Get-PsNetwork lab", "Set-PsMachine psaaa -NetworkId ({1})"),
            ("V1", "Get-PsNetwork lab", "New-PsSharedDrive data 250 -Region NY2 -NetworkId ({1})"),
            ("V1", "Get-PsScript boot", "New-PsMachine x {0} -TemplateId t0nspur5 -ScriptId ({1})"),
            ("Core", "Get-PsScript boot", "New-PsMachine x {0} -TemplateId t0nspur5 -ScriptId ({1})"),
            ("V1", "Get-PsTemplate t0nspur5", "New-PsMachine x {0} -TemplateId ({1})"),
            ("Core", "Get-PsTemplate t0nspur5", "New-PsMachine x {0} -TemplateId ({1})"),
            ("V1", "Get-PsUser ada*", "New-PsMachine x {0} -TemplateId t0nspur5 -AccessorId ({1})"),
            ("Core", "Get-PsUser ada*", "New-PsMachine x {0} -TemplateId t0nspur5 -UserId ({1})"),
            ("V1", "Get-PsUser ada*", "Grant-PsMachineAccess psaaa -UserId ({1})"),
            ("Core", "Get-PsUser ada*", "Grant-PsMachineAccess psaaa -UserId ({1})"),
            (
                "V1", "Get-PsSnapshot kept",
                "Set-PsMachine psaaa -RestorePointEnabled $true -RestorePointFrequency shutdown -RestorePointSnapshotId ({1})"),
        }
        select (item.Item1, item.Item2, string.Format(
            System.Globalization.CultureInfo.InvariantCulture, item.Item3, Settings, isDeserialized ? Apis.Deserialize(item.Item2) : item.Item2))];

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task The_id_of_the_object_is_sent(string api, string get, string script)
    {
        await using var host = await Apis.StartAsync(api, One);
        if (api == "V1") host.Run("New-PsNetwork lab NY2; New-PsSnapshot psaaa kept").Succeeded();
        host.Run("New-PsScript boot 'echo hi'").Succeeded();
        var id = host.Run($"({get}).Id").Succeeded().Single<string>();
        var before = host.Log.Count;
        host.Run(script).Succeeded();
        Assert.Contains(
            host.Log.Skip(before).Where(request => request.Method != "GET" && request.Body.Length > 0),
            request => JToken.Parse(request.Body).SelectTokens("$..*").Any(value => (value as JValue)?.Value as string == id));
    }

    [Theory]
    [InlineData("New-PsMachine x -Region NY2 -MachineType P4000 -Size 50 -TemplateId (Get-PsMachine one)", "A Machine was given")]
    [InlineData("Set-PsMachine psaaa -NetworkId (Get-PsTemplate t0nspur5)", "A Template was given")]
    [InlineData("Grant-PsMachineAccess psaaa -UserId (Get-PsMachine one)", "A Machine was given")]
    public async Task An_object_of_another_noun_is_an_error(string script, string says)
    {
        await using var host = await SimulatedHost.StartV1Async(One);
        Assert.Contains(says, host.Run(script).Error.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(host.Log, request => request.Method != "GET");
    }
}
