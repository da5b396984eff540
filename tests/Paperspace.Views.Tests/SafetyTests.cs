namespace Paperspace.Views.Tests;

/// <summary>What the API sends can neither reach the terminal as anything but text, nor is it changed by being shown.</summary>
[Collection(SessionsCollection.Name)]
public sealed class SafetyTests(Sessions sessions)
{
    [Theory]
    [InlineData("Get-Hostile", ViewKind.Table)]
    [InlineData("Get-Hostile", ViewKind.List)]
    [InlineData("Get-Hostile", ViewKind.Wide)]
    [InlineData("Get-Hostile", ViewKind.Region)]
    [InlineData("(Get-Hostile).Events", ViewKind.Default)]
    [InlineData("(Get-Hostile).Events", ViewKind.List)]
    [InlineData("ConvertTo-Hostile ([Paperspace.MachineUtilization])", ViewKind.Default)]
    [InlineData("ConvertTo-Hostile ([Paperspace.MachineUtilization])", ViewKind.List)]
    [InlineData("ConvertTo-Hostile ([Paperspace.Usage])", ViewKind.Default)]
    [InlineData("ConvertTo-Hostile ([Paperspace.Usage])", ViewKind.List)]
    [InlineData("ConvertTo-Hostile ([Paperspace.MachineAvailability])", ViewKind.Default)]
    [InlineData("ConvertTo-Hostile ([Paperspace.MachineAvailability])", ViewKind.List)]
    [InlineData("ConvertTo-Hostile ([Paperspace.AccountDiagnostic])", ViewKind.Table)]
    [InlineData("ConvertTo-Hostile ([Paperspace.AccountDiagnostic])", ViewKind.List)]
    [InlineData("Connect-PsAccount -Name $HostileText -Simulator -NotDefault -PassThru", ViewKind.Default)]
    [InlineData("Connect-PsAccount -Name $HostileText -Simulator -NotDefault -PassThru", ViewKind.List)]
    public void No_view_lets_a_control_character_through(string script, ViewKind kind)
    {
        var session = sessions[kind];
        foreach (var width in new[] { 80, 1000 })
        {
            session.Window.Width = width;
            var shown = session.Show(script);

            Assert.Contains("evil", shown, StringComparison.Ordinal);
            Assert.DoesNotContain(shown, c => (char.IsControl(c) && c != '\n') || c is '\u202E' or '\u2066');
        }
    }

    [Fact]
    public void Being_shown_changes_no_object()
    {
        const string Properties = "$machine.psobject.Properties | ForEach-Object { '{0}={1}' -f $_.Name, $_.Value }";
        var session = sessions[ViewKind.Table];
        session.Get("$machine = @(Get-Full; Get-Hostile)");
        var before = session.Get(Properties);

        session.Show("$machine");

        Assert.Equal(before.Select(line => line.ToString()), session.Get(Properties).Select(line => line.ToString()));
        Assert.Equal(30L << 30, session.Get("$machine[0].Ram").Single().BaseObject);
        Assert.Contains('\u001B', (string)session.Get("$machine[1].Name").Single().BaseObject);
    }
}
