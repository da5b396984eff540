using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>A removal ends when the machine is gone; for every other wait a machine that is going is a failure.</summary>
public sealed class RemovalTests
{
    [Theory]
    [InlineData("ready", 1)]
    [InlineData("off", 1)]
    [InlineData("ready", 3)]
    public async Task A_removal_ends_when_the_API_no_longer_knows_the_machine(string state, int machines)
    {
        using var account = new TestAccount([.. Enumerable.Repeat(state, machines)]);
        var conditions = new List<Operation>();
        for (var i = 0; i < machines; i++)
            conditions.Add(await account.ActAsync("deactivate", $"m{i}"));

        var endings = await account.WaitAsync(conditions);

        Assert.All(endings, ending => Assert.Null(ending.Result.Error));
        Assert.All(endings, ending => Assert.Null(account.Truth(ending.MachineId)));
        Assert.All(endings, ending => Assert.Equal("off", ending.Machine.State));
        Assert.All(endings, ending => Assert.InRange(ending.At, TimeSpan.FromSeconds(30), TimeSpan.FromSeconds(36)));
    }

    [Fact]
    public async Task A_client_that_does_not_wait_ends_too_early()
    {
        // What terraform's provider does: a mistake in a condition lets it skip its wait.
        using var account = new TestAccount("ready");

        await account.DoAsync("deactivate", "m0");

        Assert.NotNull(account.Truth("m0"));
    }

    [Fact]
    public async Task A_machine_that_was_already_deleted_counts_as_deleted()
    {
        using var account = new TestAccount("ready");

        var ending = await account.WaitAsync(TestAccount.Gone("m7"));

        Assert.Null(ending.Result.Error);
        Assert.Null(ending.Result.Machine);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task Off_does_not_end_the_wait_for_a_deletion(int machines)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("ready", machines)]);
        await account.DoAsync("deactivate", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal("off", account.StateOf("m0"));

        var endings = await account.WaitAsync(
            [.. Enumerable.Range(0, machines).Select(i => Operation.ForState($"m{i}", i == 0 ? "off" : "ready"))]);

        var destroyed = Assert.Single(endings, ending => ending.MachineId == "m0");
        Assert.Equal(PaperspaceErrorReason.MachineVanished, destroyed.Error.Reason);
        Assert.Equal("Machine m0 (machine-0) is being deleted; it was waited for to be 'off'.", destroyed.Error.Message);
        Assert.Equal(TimeSpan.FromSeconds(5), destroyed.At);
    }

    [Fact]
    public async Task A_plain_wait_mistakes_a_deletion_for_off()
    {
        using var account = new TestAccount("ready");
        await account.DoAsync("deactivate", "m0");

        var machine = await account.PlainWaitAsync("m0", "off");

        Assert.Equal("deactivate", machine!.LastEvent!.Name);
        account.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(account.Truth("m0"));
    }

    [Fact]
    public async Task A_start_that_a_removal_cancels_is_reported_as_a_removal()
    {
        using var account = new TestAccount("off", "off");
        Operation[] conditions = [await account.ActAsync("start", "m0"), await account.ActAsync("start", "m1")];
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        await account.DoAsync("deactivate", "m0");

        var endings = await account.WaitAsync(conditions);

        Assert.Equal(PaperspaceErrorReason.MachineVanished, endings.Single(ending => ending.MachineId == "m0").Error.Reason);
        Assert.Equal("ready", endings.Single(ending => ending.MachineId == "m1").Machine.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_machine_that_disappears_is_an_error_that_names_it(int machines)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("off", machines)]);
        var conditions = new List<Operation>();
        for (var i = 0; i < machines; i++)
            conditions.Add(await account.ActAsync("start", $"m{i}"));
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        account.Simulator.RemoveAbruptly("m0");

        var endings = await account.WaitAsync(conditions);

        var vanished = Assert.Single(endings, ending => ending.MachineId == "m0");
        Assert.Equal(PaperspaceErrorReason.MachineVanished, vanished.Error.Reason);
        Assert.StartsWith(
            "Machine m0 (machine-0) no longer exists; it was waited for to be 'ready'",
            vanished.Error.Message,
            StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(10), vanished.At);
        Assert.Equal(machines - 1, endings.Count(ending => ending.Result.Error is null));
    }

    [Fact]
    public async Task A_plain_wait_ends_for_all_when_one_disappears()
    {
        using var account = new TestAccount("off", "off");
        await account.DoAsync("start", "m0");
        await account.DoAsync("start", "m1");
        account.Simulator.RemoveAbruptly("m0");

        var both = Task.WhenAll(account.PlainWaitAsync("m0", "ready"), account.PlainWaitAsync("m1", "ready"));

        Assert.Equal("Machine not found", (await Assert.ThrowsAsync<PaperspaceException>(() => both)).ApiMessage);
    }

    [Fact]
    public async Task A_machine_that_never_existed_is_not_found()
    {
        using var account = new TestAccount("ready");

        var endings = await account.WaitAsync([Operation.ForState("m7", "ready"), Operation.ForState("m0", "ready")]);

        Assert.Equal(PaperspaceErrorReason.MachineNotFound, endings.Single(ending => ending.MachineId == "m7").Error.Reason);
        Assert.Equal("ready", endings.Single(ending => ending.MachineId == "m0").Machine.State);
    }

    [Theory]
    [InlineData("not an id")]
    [InlineData("../m0")]
    [InlineData("")]
    public async Task An_unknown_id_is_an_error_for_that_id(string id)
    {
        using var account = new TestAccount("ready", "ready");

        var endings = await account.WaitAsync([Operation.ForState(id, "ready"), Operation.ForState("m0", "ready")]);

        Assert.Equal(PaperspaceErrorReason.InvalidRequest, endings.Single(ending => ending.MachineId == id).Error.Reason);
        Assert.Equal("ready", endings.Single(ending => ending.MachineId == "m0").Machine.State);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_removal_that_fails_ends_the_wait(int machines)
    {
        using var account = new TestAccount([.. Enumerable.Repeat("ready", machines)]);
        var conditions = new List<Operation>();
        for (var i = 0; i < machines; i++)
            conditions.Add(await account.ActAsync("deactivate", $"m{i}"));
        account.Traffic.Retouch = machine =>
        {
            if ((string?)machine["id"] != "m0" || machine["events"] is null)
                return;
            machine["events"]![0]!["state"] = "error";
            machine["events"]![0]!["errorMsg"] = "The machine is locked.";
        };

        var endings = await account.WaitAsync(conditions);

        var failed = Assert.Single(endings, ending => ending.Result.Error is not null);
        Assert.Equal("The deactivate of machine m0 (machine-0) failed: The machine is locked.", failed.Error.Message);
        Assert.Equal("The machine is locked.", failed.Error.ApiMessage);
    }

    [Fact]
    public async Task Actions_that_a_removal_cancels_do_not_fail_the_removal()
    {
        using var account = new TestAccount("off");
        await account.DoAsync("start", "m0");
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        var before = await account.Client.Machines.GetAsync("m0", default);
        await account.DoAsync("stop", "m0");
        await account.DoAsync("deactivate", "m0");

        Assert.Null((await account.WaitAsync(TestAccount.Gone("m0", before))).Result.Error);
    }
}
