namespace Paperspace.Client;

/// <summary>Finds out whether an action of unknown outcome was carried out, so that its completion can be awaited.</summary>
internal static class UnknownAction
{
    private static readonly Backoff ReadBackoff = new(TimeSpan.FromSeconds(1), 1.5, TimeSpan.FromSeconds(4));

    /// <summary>Reads the machine until it shows the action, which may take several seconds.</summary>
    /// <param name="read">Reads the machine with its events.</param>
    /// <param name="isShown">Returns whether the machine shows the action.</param>
    /// <returns>The machine; null if it does not show the action, or cannot be read.</returns>
    public static async Task<Machine?> FindAsync(
        ApiConnection connection, Func<Task<Machine>> read, Predicate<Machine> isShown, CancellationToken cancellationToken)
    {
        try
        {
            var began = connection.Time.GetTimestamp();
            for (var attempt = 0; ; attempt++)
            {
                var machine = await read().ConfigureAwait(false);
                if (isShown(machine)) return machine;
                if (connection.Time.GetElapsedTime(began) >= Lag.State) return null;
                await connection.DelayAsync(ReadBackoff.GetDelay(attempt), cancellationToken).ConfigureAwait(false);
            }
        }
        catch (PaperspaceException)
        {
            // The outcome stays unknown.
            return null;
        }
    }
}
