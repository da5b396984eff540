using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Completion;

/// <summary>What Tab offers of an account, through the V1 API.</summary>
public sealed class V1CompletionTests() : CompletionTests(PaperspaceApiVersion.V1)
{
    [Fact]
    public async Task Templates_of_the_account_and_private_networks_are_offered()
    {
        await using var host = await SimulatedHost.StartV1Async([new() { Id = "psaaa", Name = "one", State = "off" }]);
        host.Run("New-PsTemplate psaaa 'my image'; New-PsNetwork 'data set' NY2").Succeeded();
        Assert.Equal("'my image'", Assert.Single(Tab.Complete(host.Session, "Get-PsTemplate my")).CompletionText);
        Assert.Equal("'data set'", Assert.Single(Tab.Complete(host.Session, "New-PsMachine -Network da")).CompletionText);
        Assert.Equal("'data set'", Assert.Single(Tab.Complete(host.Session, "Set-PsMachine psaaa -Network da")).CompletionText);
    }

    [Fact]
    public async Task Scripts_and_snapshots_are_offered_by_name_or_by_id_if_a_name_repeats()
    {
        await using var host = await SimulatedHost.StartV1Async([
            new() { Id = "psaaa", Name = "one" },
            new() { Id = "psbbb", Name = "two" },
        ]);
        host.Run("New-PsScript 'set up' echo; New-PsScript motd echo; New-PsSnapshot psaaa before").Succeeded();
        var twice = host.Run("'psaaa', 'psbbb' | New-PsSnapshot -Name twice").Succeeded().All<Snapshot>();
        Assert.Equal("'set up'", Tab.Complete(host.Session, "Remove-PsScript s")[0].CompletionText);
        Assert.Equal("motd", Tab.Complete(host.Session, "Get-PsScript mo")[0].CompletionText);
        Assert.Equal("motd", Tab.Complete(host.Session, "Set-PsMachine psaaa -Script mo")[0].CompletionText);
        var before = Assert.Single(Tab.Complete(host.Session, "Restore-PsSnapshot be"));
        Assert.Equal("before", before.CompletionText);
        Assert.EndsWith("(before, psaaa)", before.ToolTip, StringComparison.Ordinal);
        Assert.Equal(
            twice.Select(snapshot => snapshot.Id).Order(StringComparer.Ordinal),
            Tab.Complete(host.Session, "Remove-PsSnapshot tw").Select(match => match.CompletionText).Order(StringComparer.Ordinal));
        Assert.Equal("psbbb", Assert.Single(Tab.Complete(host.Session, "Get-PsSnapshot -Machine psb")).CompletionText);
        Assert.DoesNotContain(
            host.Log,
            request => request.Method == "GET" && request.Path.EndsWith("/machine-events", StringComparison.Ordinal));
    }
}
