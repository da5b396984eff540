namespace Paperspace.Report.Tests.Support;

/// <summary>Holds report pages that the real PowerShell wrote about simulated accounts.</summary>
public sealed class ReportPages : IDisposable
{
    /// <summary>A name that would run in a page that did not escape it.</summary>
    public const string HostileName = "<script>window.owned=1</script><img src=x onerror=window.owned=1>";

    /// <summary>The number of machines in the page <c>Large</c>; the n-th costs n dollars.</summary>
    public const int LargeCount = 10_000;

    private const string Script = """
        Import-Module $env:PaperspaceModule
        foreach ($api in 'Core', 'V1') {
            Connect-PsAccount -Simulator -MachineCount 40 -ApiVersion $api
            Get-PsMachine | Select-Object -Last 1 | Set-PsMachine -Name $env:HostileName
            Export-PsMachineReport (Join-Path $env:Reports "$api.html")
        }
        Connect-PsAccount -Simulator -MachineCount 3 -ApiVersion V1
        Get-PsMachine | Select-Object -Last 1 | Set-PsMachine -Name ('a-name-without-a-space-' * 4)
        Export-PsMachineReport (Join-Path $env:Reports 'Small.html')
        $rows = foreach ($number in 1..[int] $env:LargeCount) {
            [pscustomobject] @{
                MachineId = "ps$number"; MachineName = "machine-$number"; MachineType = 'P4000'; Region = 'NY2'; State = 'ready'; BillingMonth = '2026-02'
                HoursUsed = 1; ComputeCost = $number; StorageCost = 0; Cost = $number; ProjectedCost = $number; IsEstimate = $true; MissingData = 'No event tells when it ran.'
            }
        }
        $rows | Export-PsMachineReport (Join-Path $env:Reports 'Large.html')
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task> _written;

    public ReportPages() => _written = new Lazy<Task>(WriteAsync);

    /// <summary>Gets the names of the pages.</summary>
    public static TheoryData<string> Names { get; } = ["Core", "V1", "Large"];

    /// <summary>Returns the path of a page.</summary>
    public async Task<string> GetAsync(string name)
    {
        await _written.Value;
        return _folder.In(name + ".html");
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    private async Task WriteAsync()
    {
        var written = await Pwsh.RunScriptAsync(
            Script,
            ("PaperspaceModule", RepositoryPaths.Module),
            ("Reports", _folder.Path),
            ("HostileName", HostileName),
            ("LargeCount", $"{LargeCount}"));
        Assert.True(written.ExitCode == 0, written.Output + written.Error);
    }
}
