using Microsoft.Extensions.Time.Testing;
using Paperspace.Simulator;
using Paperspace.Simulator.Server;
using Paperspace.Tests.Support;

namespace Paperspace.Tests.Operations;

/// <summary>The operations against an account that remembers what was done to it, over HTTP.</summary>
public sealed class SimulatedAccountTests
{
    [Fact]
    public async Task A_machine_lives_from_create_to_destroy()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2022, 3, 14, 15, 0, 0, TimeSpan.Zero));
        var account = new SimulatedPaperspace(new SimulatorOptions { ApiKeys = [TestClient.Key] }, time);
        await using var server = await SimulatorServer.StartAsync(account);
        using var client = TestClient.Of(server.BaseUri, time);

        var request = Requests.Smallest();
        request.TemplateId = (await Pages.ReadAsync(client.Templates.List())).Items[0].Id;
        var id = (await client.Machines.CreateAsync(request, WaitUntil.Started, default)).ResourceId;
        Assert.Equal("provisioning", (await client.Machines.GetAsync(id, default)).State);
        await SettleAsync("ready");

        await client.Machines.UpdateAsync(
            id,
            new MachineUpdateOptions { Name = "Näme 2", ShutdownTimeoutInHours = 24 },
            WaitUntil.Started,
            default);
        var updated = await client.Machines.GetAsync(id, default);
        Assert.Equal(
            ("Näme 2", 24, "P4000", "NY2"),
            (updated.Name, updated.ShutdownTimeoutInHours, updated.MachineType, updated.Region));
        using var named = client.Machines.List(new MachineFilter { Name = "Näme 2", State = "ready", Region = "NY2" });
        Assert.Equal(id, Assert.Single((await named.NextAsync(default))!).Id);
        using var others = client.Machines.List(new MachineFilter { Name = "My Machine 1" });
        Assert.Empty((await others.NextAsync(default))!);

        await client.Machines.GrantAccessAsync(id, "ubx9ce8k", default);
        Assert.Contains("ubx9ce8k", account.AccessorsOf(id));
        await client.Machines.RevokeAccessAsync(id, "ubx9ce8k", default);
        Assert.DoesNotContain("ubx9ce8k", account.AccessorsOf(id));

        await client.Machines.StopAsync(id, WaitUntil.Started, default);
        await SettleAsync("off");
        await client.Machines.StartAsync(id, WaitUntil.Started, default);
        await SettleAsync("ready");
        await client.Machines.RestartAsync(id, WaitUntil.Started, default);
        await SettleAsync("ready");
        Assert.Equal("restart", (await client.Machines.GetAsync(id, default)).LastEvent!.Name);

        Assert.True((await client.Machines.GetUtilizationAsync(id, new BillingMonth("2022-03"), default)).HoursUsed > 0);
        Assert.True((await client.Machines.GetAvailabilityAsync("NY2", "P4000", default)).Available);

        await client.Machines.DeleteAsync(id, null, WaitUntil.Started, default);
        time.Advance(TimeSpan.FromHours(1));
        var gone = await Assert.ThrowsAsync<PaperspaceException>(() => client.Machines.GetAsync(id, default));
        Assert.Equal(PaperspaceErrorReason.MachineNotFound, gone.Reason);

        async Task SettleAsync(string state)
        {
            time.Advance(TimeSpan.FromHours(1));
            Assert.Equal(state, (await client.Machines.GetAsync(id, default)).State);
        }
    }

    [Fact]
    public async Task An_unknown_key_is_rejected()
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatedPaperspace(new SimulatorOptions { ApiKeys = ["another"] }));
        using var client = TestClient.Of(server.BaseUri);
        var error = await Assert.ThrowsAsync<PaperspaceException>(() =>
            client.Machines.StartAsync("psec02yp2", WaitUntil.Started, default));
        Assert.Equal(PaperspaceErrorReason.InvalidApiKey, error.Reason);
    }
}
