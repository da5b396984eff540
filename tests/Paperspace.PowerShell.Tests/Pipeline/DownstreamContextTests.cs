using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>Commands downstream of a cmdlet see the synchronization context that was there before it.</summary>
public abstract class DownstreamContextTests(PaperspaceApiVersion api)
{
    private const string Create = "New-PsMachine gpu -Region NY2 -MachineType P4000 -Size 50 -BillingType hourly -TemplateId tkni3aa4";

    private static readonly MachineSeed[] Fleet =
    [
        .. Enumerable.Range(0, 3).Select(i => new MachineSeed { Id = $"ps{i:000}", Name = $"m{i}" }),
    ];

    [Theory]
    [InlineData("Get-PsMachine")]
    [InlineData("'ps000', 'ps001' | Get-PsMachine")]
    [InlineData("Get-PsMachine m0, m1")]
    [InlineData("Get-PsMachine -Verbose 4>&1")]
    [InlineData("Get-PsMachine -MachineId psnone 2>&1")]
    [InlineData("Get-PsMachineUtilization ps000")]
    [InlineData("Get-PsMachineAvailability NY2 P4000 -Account $account")]
    [InlineData("Wait-PsMachine ps000")]
    [InlineData("Stop-PsMachine ps000 -PassThru")]
    [InlineData("Stop-PsMachine ps000 -Wait")]
    [InlineData("Restart-PsMachine ps000 -PassThru")]
    [InlineData("Start-PsMachine ps000 -Timeout 5 3>&1")]
    [InlineData("Set-PsMachine ps000 -Name x -PassThru")]
    [InlineData("Grant-PsMachineAccess ps000 -UserId ubx9ce8k -PassThru")]
    [InlineData("Grant-PsMachineAccess ps000 -UserId ubx9ce8k; Revoke-PsMachineAccess ps000 -UserId ubx9ce8k -PassThru")]
    [InlineData("Remove-PsMachine ps000 -PassThru -Confirm:$false")]
    [InlineData(Create)]
    [InlineData(Create + " -Wait")]
    [InlineData("Connect-PsAccount -Simulator -PassThru")]
    [InlineData("Get-PsAccount -Name $account")]
    [InlineData("Get-PsAccount -Name $account -Diagnostic")]
    [InlineData("Connect-PsAccount -Simulator; Disconnect-PsAccount -Verbose; 1")]
    public async Task Downstream_code_runs_without_the_context_of_the_module(string script)
    {
        using var host = new FastHost(api, Fleet);
        host.Session.Set("wait", (Func<int>)WaitSynchronously);
        var outcome = await Eventually.EndsAsync(
            Task.Run(
                () => host.Run($"{script} | % {{ $null = $wait.Invoke(); \"[$([Threading.SynchronizationContext]::Current)]\" }}"),
                TestContext.Current.CancellationToken));
        Assert.NotEmpty(outcome.Output);
        Assert.All(outcome.Output, item => Assert.Equal("[]", item.BaseObject));
    }

    private static int WaitSynchronously()
    {
        return WaitAsync().GetAwaiter().GetResult();

        static async Task<int> WaitAsync()
        {
            await Task.Yield();
            return 1;
        }
    }
}
