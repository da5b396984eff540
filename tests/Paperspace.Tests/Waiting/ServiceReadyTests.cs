using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>A machine that is ready has passed serviceready.</summary>
public sealed class ServiceReadyTests
{
    [Fact]
    public async Task Ready_satisfies_a_wait_for_serviceready()
    {
        using var account = new TestAccount("ready");

        Assert.Equal("ready", (await account.WaitAsync(Operation.ForState("m0", "serviceready"))).Machine.State);
    }

    [Fact]
    public async Task A_plain_wait_for_serviceready_never_ends_once_the_machine_is_ready()
    {
        using var account = new TestAccount("ready");

        Assert.Null(await account.PlainWaitAsync("m0", "serviceready"));
    }

    [Fact]
    public async Task Serviceready_does_not_satisfy_a_wait_for_ready()
    {
        using var account = new TestAccount("serviceready");

        var ending = await account.WaitAsync(Operation.ForState("m0", "ready"), new() { Timeout = TimeSpan.FromMinutes(1) });

        Assert.Equal(PaperspaceErrorReason.WaitTimeout, ending.Error.Reason);
        Assert.Contains("is still 'serviceready'", ending.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("serviceready", 25)]
    [InlineData("ready", 29)]
    public async Task A_start_is_waited_for_to_the_state_that_was_asked_for(string state, int earliest)
    {
        using var account = new TestAccount("off");
        var condition = await account.ActAsync("start", "m0", state);

        var ending = await account.WaitAsync(condition);

        Assert.True(MachineStates.Satisfies(ending.Machine.State, state));
        Assert.InRange(ending.At, TimeSpan.FromSeconds(earliest), TimeSpan.FromSeconds(earliest + 5));
    }
}
