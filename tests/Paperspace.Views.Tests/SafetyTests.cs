namespace Paperspace.Views.Tests;

/// <summary>What the API sends can neither reach the terminal as anything but text, nor is it changed by being shown.</summary>
[Collection(SessionsCollection.Name)]
public sealed class SafetyTests(Sessions sessions)
{
    [Theory]
    [InlineData("Get-HostileMachine", ViewKind.Table)]
    [InlineData("Get-HostileMachine", ViewKind.List)]
    [InlineData("Get-HostileMachine", ViewKind.Wide)]
    [InlineData("Get-HostileMachine", ViewKind.Region)]
    [InlineData("(Get-HostileMachine).Events", ViewKind.Default)]
    [InlineData("(Get-HostileMachine).Events", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.MachineUtilization])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.MachineUtilization])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.MachineCost])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.MachineCost])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.CostRecommendation])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.CostRecommendation])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.Usage])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.Usage])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.MachineTypeInfo])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.MachineTypeInfo])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.MachineAvailability])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.MachineAvailability])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.MachineAccess])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.MachineAccess])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.MachineDesktop])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.MachineDesktop])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.PublicIp])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.PublicIp])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.SharedDrive])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.SharedDrive])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.MachineActivity])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.MachineActivity])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.GpuActivity])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.GpuActivity])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.MachineJob])", ViewKind.Default)]
    [InlineData("Get-HostileObject ([Paperspace.MachineJob])", ViewKind.List)]
    [InlineData("Get-HostileObject ([Paperspace.AccountDiagnostic])", ViewKind.Table)]
    [InlineData("Get-HostileObject ([Paperspace.AccountDiagnostic])", ViewKind.List)]
    [InlineData("Connect-PsAccount -Name $(Get-HostileText) -Simulator -NotDefault -PassThru", ViewKind.Default)]
    [InlineData("Connect-PsAccount -Name $(Get-HostileText) -Simulator -NotDefault -PassThru", ViewKind.List)]
    public void No_view_lets_a_control_character_through(string script, ViewKind kind)
    {
        var session = sessions[kind];
        foreach (var width in new[] { 80, 1000 })
        {
            session.Window.Width = width;
            foreach (var shown in new[] { session.Show(script), session.Show($"{script} | ConvertTo-Deserialized 2") })
            {
                Assert.Contains("evil", shown, StringComparison.Ordinal);
                Assert.DoesNotContain(shown, c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u2066');
            }
        }
    }

    [Fact]
    public void Being_shown_changes_no_object()
    {
        const string Properties = "$machine.psobject.Properties | ForEach-Object { '{0}={1}' -f $_.Name, $_.Value }";
        var session = sessions[ViewKind.Table];
        session.Get("$machine = @(Get-FullMachine; Get-HostileMachine)");
        var before = session.Get(Properties);

        session.Show("$machine");

        Assert.Equal(before.Select(line => line.ToString()), session.Get(Properties).Select(line => line.ToString()));
        Assert.Equal(30L << 30, session.Get("$machine[0].Ram").Single().BaseObject);
        Assert.Contains('\u001B', (string)session.Get("$machine[1].Name").Single().BaseObject);
    }
}
