namespace Paperspace.Client;

/// <summary>Keeps the wait for a started machine open until it has its dynamic public address, which may come seconds later; within a
/// bound.</summary>
internal sealed class DynamicAddressWait
{
    /// <summary>Other clients of the V1 API look for the address ten times, every 20 seconds.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(200);

    private TimeSpan? _since;

    /// <summary>Gets whether the machine is ready without its address.</summary>
    public bool IsOpen => _since is not null;

    /// <summary>Returns whether the machine, as a list has it, is to be read: it has its address, or the bound is over.</summary>
    public bool IsDue(Machine machine, TimeSpan now) => _since is { } since && (HasAddress(machine) || now - since >= Bound);

    /// <summary>Returns the result if it ends the wait; null while the address is missing.</summary>
    /// <param name="result">The result by the API's rules; null if the operation is in progress.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <param name="isFinal">Whether the machine is not read again.</param>
    public OperationResult? Filter(Operation operation, OperationResult? result, TimeSpan now, bool isFinal)
    {
        if (
            result is not { Status: OperationStatus.Succeeded, Machine: { DynamicPublicIp: true } machine }
            || !operation.HasAction
            || !MachineStates.IsRunning(operation.TargetState)
            || HasAddress(machine))
            return result;
        _since ??= now;
        if (now - _since < Bound && !isFinal) return null;
        var warning = $"The machine is '{TerminalText.Sanitize(machine.State)}', but has no dynamic public address yet.";
        return result with { Warning = result.Warning is null ? warning : $"{result.Warning} {warning}" };
    }

    private static bool HasAddress(Machine machine) => !string.IsNullOrWhiteSpace(machine.PublicIpAddress);
}
