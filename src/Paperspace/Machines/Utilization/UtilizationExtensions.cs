namespace Paperspace;

/// <summary>Extends <see cref="IMachineClient"/> with the utilization of a single month.</summary>
public static class UtilizationExtensions
{
    /// <summary>Returns a machine's utilization in a month.</summary>
    /// <exception cref="PaperspaceException">The id is invalid, or the utilization cannot be read.</exception>
    public static async Task<MachineUtilization> GetUtilizationAsync(
        this IMachineClient machines, string machineId, BillingMonth month, CancellationToken cancellationToken)
    {
        if (machines is null) throw new ArgumentNullException(nameof(machines));
        return (await machines.GetUtilizationAsync(machineId, null, [month], cancellationToken).ConfigureAwait(false))[0];
    }
}
