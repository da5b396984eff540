namespace Paperspace;

/// <summary>Reads the use of one machine in one month.</summary>
public static class UtilizationExtensions
{
    /// <summary>Reads a machine's use in a month.</summary>
    /// <exception cref="PaperspaceException">The id is none, or the use cannot be read.</exception>
    public static async Task<MachineUtilization> GetUtilizationAsync(
        this IMachineClient machines, string machineId, BillingMonth month, CancellationToken cancellationToken)
    {
        if (machines is null) throw new ArgumentNullException(nameof(machines));
        return (await machines.GetUtilizationAsync(machineId, null, [month], cancellationToken).ConfigureAwait(false))[0];
    }
}
