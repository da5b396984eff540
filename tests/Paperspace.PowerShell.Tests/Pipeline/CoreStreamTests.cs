using Paperspace.PowerShell.Tests.Support;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>What -Verbose and -Debug show, through the Core API.</summary>
public sealed class CoreStreamTests() : StreamTests(PaperspaceApiVersion.Core)
{
    [Fact]
    public async Task Debug_shows_the_body_with_the_password_of_a_new_user_masked()
    {
        await using var host = await SimulatedHost.StartAsync();
        var text = Assert.Single(host.Run(
            """
            $DebugPreference = 'Continue'
            $password = [securestring]::new(); 'p4ssw0rd'.ToCharArray() | ForEach-Object { $password.AppendChar($_) }
            New-PsMachine a -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4 -Email a@b.c -Password $password -FirstName A -LastName B
            """).Succeeded().Debug);
        Assert.Contains("\"password\":\"***\"", text, StringComparison.Ordinal);
        Assert.DoesNotContain("p4ssw0rd", text, StringComparison.Ordinal);
    }
}
