namespace Paperspace.Client;

/// <summary>
/// Keeps the wait for a started machine open until it has its dynamic public IP address, which may be assigned seconds
/// later.
/// </summary>
internal sealed class DynamicAddressWait
{
    /// <summary>Other V1 clients look for the address ten times, every 20 seconds.</summary>
    private static readonly TimeSpan MaxWait = TimeSpan.FromSeconds(200);

    private TimeSpan? _since;

    /// <summary>Gets whether the machine is ready without its address.</summary>
    public bool IsOpen => _since is not null;

    /// <summary>Returns whether a listed machine needs to be read: it has its address, or the time is up.</summary>
    public bool IsDue(Machine machine, TimeSpan now) => _since is { } since && (HasAddress(machine) || now - since >= MaxWait);

    /// <summary>Returns the result if it ends the wait; null while the address is missing.</summary>
    /// <param name="result">The result without regard to the address; null if the operation is in progress.</param>
    /// <param name="now">The time since the wait began.</param>
    /// <param name="isFinal">Whether this is the last reading.</param>
    public OperationResult? Filter(Operation operation, OperationResult? result, TimeSpan now, bool isFinal)
    {
        if (
            result is not { Status: OperationStatus.Succeeded, Machine: { DynamicPublicIp: true } machine }
            || !operation.HasAction
            || !MachineStates.IsRunning(operation.TargetState)
            || HasAddress(machine))
            return result;
        _since ??= now;
        if (now - _since < MaxWait && !isFinal) return null;
        var warning = $"The machine is '{TerminalText.Sanitize(machine.State)}', but has no dynamic public IP address yet.";
        return result with { Warning = result.Warning is null ? warning : $"{result.Warning} {warning}" };
    }

    private static bool HasAddress(Machine machine) => !string.IsNullOrWhiteSpace(machine.PublicIpAddress);
}
