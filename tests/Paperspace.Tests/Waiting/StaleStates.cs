using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>Just after an action the API still reads the state from before it.</summary>
public sealed class StaleStates
{
    [Fact]
    public async Task A_restart_is_not_over_while_the_old_ready_is_read()
    {
        using var account = new TestAccount("ready");
        var expectation = await account.ActAsync("restart", "m0");

        var ending = await account.WaitAsync(expectation);

        Assert.Equal("ready", ending.Machine.State);
        Assert.Equal("restart done", ending.Machine.LastEvent!.ToString());
        Assert.True(ending.At >= TimeSpan.FromSeconds(40), $"It was over after {ending.At}.");
    }

    [Fact]
    public async Task A_plain_wait_takes_the_old_ready_for_the_end_of_a_restart()
    {
        using var account = new TestAccount("ready");
        await account.DoAsync("restart", "m0");

        var machine = await account.PlainWaitAsync("m0", "ready");

        Assert.Equal("restart new", machine!.LastEvent!.ToString());
        Assert.Equal(TimeSpan.Zero, account.Clock.Elapsed);
    }
}
