using Paperspace.Client;

namespace Paperspace.Tests.Waiting.Support;

/// <summary>What the official Node client does: it asks for the state every five seconds until it is the wanted one, to the letter.
/// Unlike there, it gives up some time.</summary>
internal static class StatePollingWait
{
    private const int MostPolls = 500;

    /// <summary>The machine in the state; null where the Node client would wait for ever.</summary>
    public static async Task<Machine?> ForStateAsync(PaperspaceClient client, TimeProvider time, string machineId, string state)
    {
        for (var poll = 0; poll < MostPolls; poll++)
        {
            var machine = await client.Machines.GetAsync(machineId, default);
            if (machine.State == state)
                return machine;
            await Task.Delay(TimeSpan.FromSeconds(5), time);
        }

        return null;
    }

    public static Task<Machine?> PlainWaitAsync(this TestAccount account, string machineId, string state) =>
        ForStateAsync(account.Client, account.Clock, machineId, state);
}
