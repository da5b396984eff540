namespace Paperspace.Client.Operations;

/// <summary>Keeps the wait for a machine that is ready open until it has its dynamic public address, which may come some seconds later;
/// within a bound of its own.</summary>
internal sealed class DynamicAddressWait
{
    /// <summary>Other clients of the V1 API look for the address ten times, every 20 seconds.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(200);

    private TimeSpan? _since;

    /// <summary>Gets whether the machine has arrived without its address.</summary>
    public bool IsOpen => _since is not null;

    /// <summary>Returns whether the machine, as a list has it, is to be read: it has its address, or the bound is over.</summary>
    /// <param name="machine">The machine.</param>
    /// <param name="now">The time since the tracker began.</param>
    public bool IsDue(Machine machine, TimeSpan now) => _since is { } since && (HasAddress(machine) || now - since >= Bound);

    /// <summary>Returns the state where it ends the wait; null where the address is still to come.</summary>
    /// <param name="state">The state by the API's rules; null where the machine has not arrived.</param>
    /// <param name="now">The time since the tracker began.</param>
    /// <param name="isFinal">Whether the machine is not looked at again.</param>
    public OperationState? Filter(OperationState? state, TimeSpan now, bool isFinal)
    {
        if (
            state is not { Status: OperationStatus.Succeeded, Machine: { DynamicPublicIp: true } machine }
            || !IsStart(state.Condition)
            || HasAddress(machine))
            return state;
        _since ??= now;
        if (now - _since < Bound && !isFinal) return null;
        var warning = $"The machine is '{TerminalText.Sanitize(machine.State)}', but has no dynamic public address yet.";
        return OperationStates.Succeeded(state.Condition, machine, state.Warning is null ? warning : $"{state.Warning} {warning}");
    }

    private static bool IsStart(MachineWaitCondition condition) =>
        condition.Operation is not null && MachineStates.IsRunning(condition.State);

    private static bool HasAddress(Machine machine) => !string.IsNullOrWhiteSpace(machine.PublicIpAddress);
}
