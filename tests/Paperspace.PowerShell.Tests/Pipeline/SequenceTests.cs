using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Pipeline;

/// <summary>With a throttle limit of one, each object is finished before the next one is taken from the pipeline.</summary>
public abstract class SequenceTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Seeds =
    [
        .. Enumerable
            .Range(0, 3)
            .Select(i => new MachineSeed
            {
                Id = $"ps{i:000}",
                Name = $"m{i}",
                State = "off",
            }),
    ];

    [Theory]
    [InlineData("Get-PsMachine -ThrottleLimit 1")]
    [InlineData("Start-PsMachine -PassThru -ThrottleLimit 1")]
    [InlineData("Start-PsMachine -Wait -ThrottleLimit 1")]
    [InlineData("Set-PsMachine -AutoSnapshotSaveCount 2 -PassThru -ThrottleLimit 1")]
    [InlineData("Wait-PsMachine -State off -ThrottleLimit 1")]
    [InlineData("Remove-PsMachine -Wait -PassThru -Confirm:$false -ThrottleLimit 1")]
    public void A_pipeline_variable_is_the_object_that_the_result_belongs_to(string command)
    {
        using var host = new FastHost(api, Seeds);
        var matches = host.Run($"Get-PsMachine -Limit 3 -PipelineVariable m | {command} | % {{ $m.Id -eq $_.Id }}").Succeeded().All<bool>();
        Assert.Equal([true, true, true], matches);
    }

    [Fact]
    public void Machines_are_awaited_one_after_another()
    {
        using var host = new FastHost(api, Seeds);
        host.Run("Get-PsMachine | Start-PsMachine -Wait -ThrottleLimit 1").Succeeded();
        var requests = host.Paperspace.Log.Select(request => $"{request.Method} {request.Path}").ToArray();
        var starts = Seeds.Select(seed => Array.IndexOf(requests, MachineRequests.Line(api, "start", seed.Id!))).Order().ToArray();
        Assert.DoesNotContain(-1, starts);
        Assert.All(
            starts.Zip(starts.Skip(1)),
            pair => Assert.Contains(requests[(pair.First + 1)..pair.Second], line => !MachineRequests.IsChange(line)));
    }
}
