namespace Paperspace.Simulator;

internal static class PowerStateRules
{
    private static readonly string[] PowerEvents =
    [
        SimulatedEventName.Create, SimulatedEventName.Start, SimulatedEventName.Stop, SimulatedEventName.Restart,
        SimulatedEventName.Upgrade, SimulatedEventName.Deactivate,
    ];

    /// <exception cref="AccountRuleException">The machine is not off, or its state is about to change.</exception>
    public static void RequireOff(SimulatedMachineView view)
    {
        RequireIdle(view);
        Require(view.State == SimulatedMachineState.Off);
    }

    /// <exception cref="AccountRuleException">The machine is not running, or its state is about to change.</exception>
    public static void RequireRunning(SimulatedMachineView view)
    {
        RequireIdle(view);
        Require(SimulatedMachineState.IsRunning(view.State));
    }

    private static void RequireIdle(SimulatedMachineView view)
    {
        var timeline = view.Machine.Timeline;
        if (timeline.IsPending(SimulatedEventName.Start, view.Now)) throw new AccountRuleException(AccountRule.MachineIsStarting);
        Require(!PowerEvents.Any(name => timeline.IsPending(name, view.Now)));
    }

    private static void Require(bool holds)
    {
        if (!holds) throw new AccountRuleException(AccountRule.PowerStateFits);
    }
}
