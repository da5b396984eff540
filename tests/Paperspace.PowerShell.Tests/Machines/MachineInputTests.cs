using System.Collections;
using System.Management.Automation;
using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>The forms in which machines are named: any list, wrapped or not, and anything with the id.</summary>
public abstract class MachineInputTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Two = [new() { Id = "psaaa", Name = "one" }, new() { Id = "psbbb", Name = "two" }];

    public static TheoryData<string> Lists =>
        [
            "Stop-PsMachine $wrappedList",
            "Stop-PsMachine -Id $wrappedList",
            ",$wrappedList | Stop-PsMachine",
            "$list = [Collections.Generic.List[string]]@('psaaa', 'psbbb'); ,$list | Stop-PsMachine",
            "$list = [Collections.Generic.HashSet[string]]@('psaaa', 'psbbb'); Stop-PsMachine -Id $list",
            "$list = [Collections.Generic.HashSet[string]]@('psaaa', 'psbbb'); ,$list | Stop-PsMachine",
            "Stop-PsMachine $wrappedArray",
            ",$wrappedArray | Stop-PsMachine",
            "Stop-PsMachine @(@('psaaa'), @('psbbb'))",
            "$list = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize(@('psaaa', "
                + "'psbbb'))); Stop-PsMachine $list",
            "$o = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize([pscustomobject]@{ "
                + "Ids = @('psaaa', 'psbbb') })); Stop-PsMachine $o.Ids",
            "$o = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsMachine))); $o "
                + "| Stop-PsMachine",
            "$o = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize((Get-PsMachine))); "
                + ",$o | Stop-PsMachine",
            "Stop-PsMachine ([Linq.Enumerable]::Where([string[]]@('psaaa', 'psbbb', 'x'), [Func[string, bool]] { param($id) $id -ne 'x' "
                + "}))",
            "$a = [Dynamic.ExpandoObject]::new(); $a.MachineId = 'psaaa'; $d = [Collections.Generic.Dictionary[string, string]]::new(); "
                + "$d['Id'] = 'psbbb'; Stop-PsMachine $a, $d",
            "$t = [Data.DataTable]::new(); $null = $t.Columns.Add('Id'); $null = $t.Rows.Add('psaaa'); $null = $t.Rows.Add('psbbb'); "
                + "$t.Rows | Stop-PsMachine",
            "[Collections.ArrayList]@([Paperspace.PowerShell.ResourceIdentity[Paperspace.Machine]]'psaaa', [psobject]'psbbb') | "
                + "Stop-PsMachine",
        ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task Machines_are_accepted_in_any_list(string script)
    {
        await using var host = await SimulatedHost.StartAsync(api, Two);
        // As New-Object, and ConvertFrom-Json with -NoEnumerate, give them.
        host.Session.Set("wrappedList", new PSObject(new ArrayList { "psaaa", "psbbb" }));
        host.Session.Set("wrappedArray", new PSObject(new object[] { "psaaa", "psbbb" }));
        host.Run(script).Succeeded();
        Assert.Equal(
            [MachineRequests.Line(api, "stop", "psaaa"), MachineRequests.Line(api, "stop", "psbbb")],
            host.Lines().Where(line => line.EndsWith("/stop", StringComparison.Ordinal)).Order());
    }

    [Fact]
    public void An_identity_is_equal_to_its_id_in_comparisons_of_PowerShell()
    {
        using var session = new Session();
        Assert.Equal(
            [true, true, true, false, true],
            session.Run(
                """
                $id = [Paperspace.PowerShell.ResourceIdentity[Paperspace.Machine]]'ps1'
                $id -eq 'ps1'
                $id -eq [Paperspace.PowerShell.ResourceIdentity[Paperspace.Machine]]'ps1'
                @($id) -contains 'ps1'
                $id -eq 'ps2'
                [Paperspace.PowerShell.ResourceIdentity[Paperspace.Machine][]]@('ps0', 'ps1') -contains 'ps1'
                """).Succeeded().All<bool>());
    }
}
