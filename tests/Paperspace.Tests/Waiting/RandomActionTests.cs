using CsCheck;
using Paperspace.Simulator;
using Paperspace.Tests.Waiting.Support;

namespace Paperspace.Tests.Waiting;

/// <summary>After random actions, on slow and stale APIs, the result of a wait matches the machine.</summary>
public sealed class RandomActionTests
{
    private static readonly Gen<string> Action = OneOf("start", "stop", "restart");

    private static readonly Gen<string> State = OneOf("ready", "off", "serviceready", "provisioning", "starting", "stopping", "restarting");

    private static readonly Gen<Scenario> Scenarios =
        from states in State.Array[1, 4]
        from steps in Gen.Select(Gen.Int[0, 3], Action, Gen.Int[0, 90], (machine, action, pause) => new Step(machine, action, pause)).Array[
            0,
            5
        ]
        from last in Action
            // Shorter than any transition: a state that is staler still would hide that one has begun and ended.
        from stale in Gen.Int[0, 12]
        from latency in Gen.Int[0, 1500]
        from speed in OneOf(1.0, 5.0, 60.0)
        from jitter in OneOf(0.0, 0.5)
        select new Scenario(states, steps, last, stale, latency, speed, jitter);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Fact]
    public async Task A_wait_ends_when_the_action_has_ended_and_not_before() => await Scenarios.SampleAsync(
        async scenario =>
        {
            using var account = new TestAccount(new SimulatorOptions
            {
                Seeds = TestAccount.Seeds(scenario.States),
                StaleFor = TimeSpan.FromSeconds(scenario.StaleSeconds),
                Latency = TimeSpan.FromMilliseconds(scenario.LatencyMilliseconds),
                Speed = scenario.Speed,
                Jitter = scenario.Jitter,
            });
            foreach (var step in scenario.Steps)
            {
                await account.DoAsync(step.Action, $"m{step.Machine % scenario.States.Length}");
                account.Clock.Advance(TimeSpan.FromSeconds(step.Pause));
            }

            var conditions = new List<Operation>();
            for (var i = 0; i < scenario.States.Length; i++)
                conditions.Add(await account.ActAsync(scenario.Action, $"m{i}"));

            using var wait = account.Client.Machines.WaitFor(conditions, new() { Timeout = TimeSpan.FromMinutes(20) });
            while (await wait.NextAsync(default) is { } results)
                foreach (var result in results)
                    AssertOver(account, result);
        },
        iter: 300,
        threads: 1);

    private static void AssertOver(TestAccount account, Operation result)
    {
        var condition = result;
        var truth = account.Truth(condition.MachineId!)!;
        // The simulator drops some actions, such as a start of a machine that is starting but to be stopped then: that is no result.
        if (result.Error is { Reason: PaperspaceErrorReason.WaitTimeout } && (string?)truth["state"] != condition.TargetState)
            return;
        Assert.Null(result.Error);
        Assert.Equal(condition.TargetState, (string?)truth["state"]);
        Assert.DoesNotContain(truth["events"]!, item => (string?)item["state"] is "new" or "in progress");
        var (action, before) = (condition.Action, condition.Before!);
        var known = before.Events!.Select(item => item.Handle).ToHashSet();
        var isAtRest =
            before.State is "off" or "ready" or "serviceready" && before.Events!.All(item => item.State is not ("new" or "in progress"));
        var isNoOp = action == "start" ? before.IsRunning : action == "stop" && before.State == "off";
        var causesEvent = action == "restart" || (isAtRest && !isNoOp);
        if (causesEvent)
            Assert.Contains(truth["events"]!, item => (string?)item["name"] == action && !known.Contains((string?)item["handle"]));
    }

    internal sealed record Step(int Machine, string Action, int Pause);

    internal sealed record Scenario(
        string[] States, Step[] Steps, string Action, int StaleSeconds, int LatencyMilliseconds, double Speed, double Jitter)
    {
        public override string ToString() =>
            $"{string.Join(',', States)}; "
                + $"{string.Join(' ', Steps.Select(step => $"m{step.Machine % States.Length} {step.Action} +{step.Pause}s"))}; "
            + $"{Action} all, stale {StaleSeconds} s, latency {LatencyMilliseconds} ms, speed {Speed}, jitter {Jitter}";
    }
}
