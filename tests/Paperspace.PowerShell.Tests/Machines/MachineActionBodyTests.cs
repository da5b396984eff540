using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Machines;

/// <summary>What actions send beside the machine's id.</summary>
public abstract class MachineActionBodyTests(PaperspaceApiVersion api)
{
    private static readonly MachineSeed[] Two =
    [
        new()
        {
            Id = "psaaa",
            Name = "one",
            State = "ready",
            AssignPublicIp = true,
        },
        new()
        {
            Id = "psbbb",
            Name = "two",
            State = "ready",
        },
    ];

    private bool IsCore => api == PaperspaceApiVersion.Core;

    [Theory]
    [InlineData("", "", false)]
    [InlineData("-ReleasePublicIp", """{"releasePublicIp":true}""", true)]
    [InlineData("-ReleasePublicIp:$false", """{"releasePublicIp":false}""", false)]
    public void ReleasePublicIp_is_sent_only_if_it_is_specified(string switches, string body, bool isReleased)
    {
        using var host = new FastHost(api, Two);
        host.Run($"Remove-PsMachine psaaa -Confirm:$false {switches} -Wait").Succeeded();
        var removed = host.Paperspace.Log.First(request => request.Method != "GET");
        Assert.Equal(MachineRequests.Line(api, "remove", "psaaa"), $"{removed.Method} {removed.Path}");
        // V1 has a request of its own for the address.
        Assert.Equal(IsCore ? body : "", removed.Body);
        Assert.Equal(isReleased ? 0 : 1, host.Paperspace.HeldPublicIps.Count);
    }

    [Theory]
    [InlineData("Grant-PsMachineAccess")]
    [InlineData("Revoke-PsMachineAccess")]
    public void Access_is_granted_and_revoked_for_a_user(string command)
    {
        using var host = new FastHost(api, Two);
        var isGranted = command == "Grant-PsMachineAccess";
        if (!isGranted) host.Run("Get-PsMachine | Grant-PsMachineAccess -UserId ubx9ce8k").Succeeded();
        var before = host.Paperspace.Log.Count;
        host.Run($"Get-PsMachine | {command} -UserId ubx9ce8k").Succeeded();
        var sent = host
            .Paperspace.Log.Skip(before)
            .Where(request => request.Method != "GET")
            .Select(request => $"{request.Method} {request.Path} {request.Body}")
            .Order(StringComparer.Ordinal);
        Assert.Equal(
            new[] { "psaaa", "psbbb" }.Select(id =>
                IsCore
                    ? $$"""POST /machines/{{id}}/setMachineAccess {"userId":"ubx9ce8k","enableAccess":{{(isGranted ? "true" : "false")}}}"""
                : isGranted ? $$"""POST /v1/machines/{{id}}/accessors {"userId":"ubx9ce8k"}"""
                : $"DELETE /v1/machines/{id}/accessors/ubx9ce8k "),
            sent);
    }
}
