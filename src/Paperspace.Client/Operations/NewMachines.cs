using System.Collections.Concurrent;

namespace Paperspace.Client;

/// <summary>Remembers the machines that a client created, which the API may not show for some seconds.</summary>
internal sealed class NewMachines
{
    private static readonly Backoff LookBackoff = new(TimeSpan.FromSeconds(1), 1.5, TimeSpan.FromSeconds(4));

    /// <summary>The clocks of two computers differ.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    private readonly ApiConnection _connection;
    private readonly ConcurrentDictionary<string, DateTimeOffset> _created = new(StringComparer.Ordinal);

    public NewMachines(ApiConnection connection)
    {
        _connection = connection;
    }

    public void Add(string machineId) => _created[machineId] = _connection.Now;

    /// <summary>Sends a request about a machine, and again for some seconds while the API does not know a machine that was just
    /// created.</summary>
    /// <exception cref="PaperspaceException">The request failed. The outcome is unknown if the API did not know a new machine to the end:
    /// it exists, or will.</exception>
    public async Task<T> SendAsync<T>(string machineId, Func<Task<T>> send, CancellationToken cancellationToken)
    {
        var began = _connection.Time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            TimeSpan delay;
            try
            {
                return await send().ConfigureAwait(false);
            }
            catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound && IsNew(machineId))
            {
                delay = LookBackoff.GetDelay(attempt);
                if (_connection.Time.GetElapsedTime(began) + delay > Lag.Existence)
                    throw failure.With(
                        PaperspaceErrorReason.OutcomeUnknown,
                        $"{failure.Message} Machine {machineId} was created moments ago, and may not be visible yet.",
                        RequestOutcome.Unknown,
                        failure);
            }

            await _connection.Time.Delay(delay, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Finds the machines with a name that were created since a time, in a list that may lag.</summary>
    public async Task<IReadOnlyList<Machine>> FindAsync(
        IMachineClient client, string name, DateTimeOffset since, CancellationToken cancellationToken)
    {
        var began = _connection.Time.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            var found = new List<Machine>();
            using (var pager = client.List(new MachineFilter { Name = name }))
                while (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
                    found.AddRange(page.Where(machine => machine.DtDeleted is null && !(machine.DtCreated + ClockTolerance < since)));
            if (found.Count > 0 || _connection.Time.GetElapsedTime(began) >= Lag.Existence) return found;
            await _connection.Time.Delay(LookBackoff.GetDelay(attempt), cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsNew(string machineId) =>
        // Twice the lag, since the machine may be waited for before the request.
        _created.TryGetValue(machineId, out var at) && _connection.Now - at < Lag.Existence + Lag.Existence;
}
