using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Completion;

/// <summary>What Tab offers of an account, through the Core API.</summary>
public sealed class CoreCompletionTests() : CompletionTests(PaperspaceApiVersion.Core)
{
    [Theory]
    [InlineData("Get-PsTemplate RSt", "RStudio")]
    [InlineData("New-PsMachine -Network 'New", "'New York'")]
    public async Task Labels_of_templates_and_default_networks_are_offered(string line, string offered)
    {
        await using var host = await SimulatedHost.StartAsync();
        Assert.Equal(offered, Assert.Single(Tab.Complete(host.Session, line)).CompletionText);
    }
}
