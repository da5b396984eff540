using Paperspace.PowerShell.Tests.Support;
using Paperspace.Simulator;

namespace Paperspace.PowerShell.Tests.Waiting;

/// <summary>-Wait and dynamic public addresses, which may come some seconds after a machine is ready.</summary>
public sealed class DynamicAddressTests
{
    private const string Create = "New-PsMachine gpu -Region NY2 -MachineType P4000 -Size 50 -TemplateId tkni3aa4 -DynamicPublicIp";

    public static TheoryData<PaperspaceApiVersion> Apis => [PaperspaceApiVersion.Core, PaperspaceApiVersion.V1];

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_is_returned_with_the_address_that_appeared_later(PaperspaceApiVersion api)
    {
        using var host = Start(api, seconds: 90);
        var outcome = host.Run($"{Create} -Wait").Succeeded();
        Assert.NotNull(outcome.Single<Machine>().PublicIpAddress);
        Assert.Empty(outcome.Warnings);
        outcome = host.Run("Get-PsMachine | Stop-PsMachine -Wait | Start-PsMachine -Wait").Succeeded();
        Assert.NotNull(outcome.Single<Machine>().PublicIpAddress);
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void Several_machines_are_returned_with_the_addresses_that_appeared_later(PaperspaceApiVersion api)
    {
        using var host = Start(api, seconds: 90);
        var create = Create
            .Replace("gpu", "{ \"node-$_\" }", StringComparison.Ordinal)
            .Replace("New-PsMachine ", "New-PsMachine -Name ", StringComparison.Ordinal);
        var outcome = host.Run($"1..20 | {create} -Wait").Succeeded();
        Assert.Equal(20, outcome.Output.Count);
        Assert.All(outcome.All<Machine>(), machine => Assert.NotNull(machine.PublicIpAddress));
        Assert.Empty(outcome.Warnings);
    }

    [Theory]
    [InlineData(PaperspaceApiVersion.Core, "")]
    [InlineData(PaperspaceApiVersion.V1, "")]
    [InlineData(PaperspaceApiVersion.Core, "-Timeout 100")]
    [InlineData(PaperspaceApiVersion.V1, "-Timeout 100")]
    public void A_machine_without_its_address_is_returned_with_a_warning_at_the_time_limit(PaperspaceApiVersion api, string parameters)
    {
        using var host = Start(api, seconds: 3600);
        var begin = host.Clock.GetUtcNow();
        var outcome = host.Run($"{Create} -Wait {parameters}").Succeeded();
        Assert.Equal("ready", outcome.Single<Machine>().State);
        Assert.Contains("has no dynamic public IP address yet", Assert.Single(outcome.Warnings), StringComparison.Ordinal);
        Assert.InRange((host.Clock.GetUtcNow() - begin).TotalSeconds, 100, 300);
    }

    [Theory]
    [MemberData(nameof(Apis))]
    public void A_machine_without_a_dynamic_address_is_not_awaited_longer(PaperspaceApiVersion api)
    {
        using var host = Start(api, seconds: 3600);
        Assert.Empty(
            host.Run($"{Create.Replace("-DynamicPublicIp", "-AssignPublicIp", StringComparison.Ordinal)} -Wait").Succeeded().Warnings);
    }

    private static FastHost Start(PaperspaceApiVersion api, int seconds) =>
        new(api, new SimulatorOptions { Durations = new TransitionDurations { DynamicIp = TimeSpan.FromSeconds(seconds) } });
}
