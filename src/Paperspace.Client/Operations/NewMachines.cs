using System.Collections.Concurrent;

namespace Paperspace.Client;

/// <summary>Keeps the machines that the clients of an account created, which the API may not show for some seconds.</summary>
internal sealed class NewMachines
{
    private static readonly Backoff LookBackoff = new(TimeSpan.FromSeconds(1), 1.5, TimeSpan.FromSeconds(4));

    /// <summary>The clocks of two computers differ.</summary>
    private static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(1);

    private readonly ApiConnection _connection;
    private readonly ConcurrentDictionary<string, NewMachine> _created;

    public NewMachines(ApiConnection connection)
    {
        _connection = connection;
        _created = connection.CreatedMachines;
    }

    public void Add(string machineId, string? name)
    {
        foreach (var old in _created.Where(item => !IsNew(item.Key)).ToArray()) _created.TryRemove(old.Key, out _);
        _created[machineId] = new NewMachine(name, _connection.Now);
    }

    /// <summary>Records that the API shows a machine, or has accepted to delete it.</summary>
    public void Remove(string machineId) => _created.TryRemove(machineId, out _);

    /// <summary>Reads a machine, and again for some seconds while the API does not know one that was just created.</summary>
    public Task<T> ReadAsync<T>(string machineId, Func<Task<T>> read, CancellationToken cancellationToken) =>
        SendAsync(machineId, read, IsExpected, failure => failure, cancellationToken);

    /// <summary>Sends a change of a machine, and again for some seconds while the API does not know one that was just created.</summary>
    /// <exception cref="PaperspaceException">The request failed. The outcome is unknown if the API did not know a new machine to the end:
    /// it exists, or will.</exception>
    public Task<T> ChangeAsync<T>(string machineId, Func<Task<T>> change, CancellationToken cancellationToken)
    {
        var began = _connection.Time.GetTimestamp();
        return SendAsync(
            machineId,
            change,
            id => IsNew(id) && _connection.Time.GetElapsedTime(began) < Lag.Existence,
            failure => failure.With(
                PaperspaceErrorReason.OutcomeUnknown,
                $"{failure.Message} Machine {machineId} was created moments ago, and may not be visible yet.",
                RequestOutcome.Unknown,
                failure),
            cancellationToken);
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
            await _connection.DelayAsync(LookBackoff.GetDelay(attempt), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Adds to the end of a list the new machines that it does not show yet.</summary>
    /// <param name="pager">The list, which is disposed with the result.</param>
    /// <param name="filter">What the machines of the list match; null for all machines.</param>
    /// <param name="read">Reads a machine as the list shows it.</param>
    public IPager<Machine> Complete(
        IPager<Machine> pager, MachineFilter? filter, Func<string, CancellationToken, Task<Machine>> read) =>
        new CompletingPager(this, pager, filter, read);

    private async Task<T> SendAsync<T>(
        string machineId,
        Func<Task<T>> send,
        Predicate<string> mayAppear,
        Func<PaperspaceException, PaperspaceException> describe,
        CancellationToken cancellationToken)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                var result = await send().ConfigureAwait(false);
                Remove(machineId);
                return result;
            }
            catch (PaperspaceException failure) when (failure.Reason == PaperspaceErrorReason.MachineNotFound && IsNew(machineId))
            {
                if (!mayAppear(machineId)) throw describe(failure);
            }

            await _connection.DelayAsync(LookBackoff.GetDelay(attempt), cancellationToken).ConfigureAwait(false);
        }
    }

    private bool IsExpected(string machineId) => IsYoungerThan(machineId, Lag.Existence);

    // Twice the lag, since the machine may be waited for before the request.
    private bool IsNew(string machineId) => IsYoungerThan(machineId, Lag.Existence + Lag.Existence);

    private bool IsYoungerThan(string machineId, TimeSpan age) =>
        _created.TryGetValue(machineId, out var created) && _connection.Now - created.At < age;

    private sealed class CompletingPager(
        NewMachines machines,
        IPager<Machine> pager,
        MachineFilter? filter,
        Func<string, CancellationToken, Task<Machine>> read) : IPager<Machine>
    {
        private bool _isOver;

        public async Task<Page<Machine>?> NextAsync(CancellationToken cancellationToken)
        {
            if (_isOver) return null;
            if (await pager.NextAsync(cancellationToken).ConfigureAwait(false) is { } page)
            {
                if (!machines._created.IsEmpty)
                    foreach (var machine in page)
                        machines.Remove(machine.Id);
                return page;
            }

            var missing = machines._created.Where(item => machines.IsExpected(item.Key) && MayMatch(item.Value)).ToArray();
            var found = await Task.WhenAll(missing.Select(item => FindAsync(item.Key, cancellationToken))).ConfigureAwait(false);
            _isOver = true;
            var matches = found.OfType<Machine>().Where(machine => filter?.Matches(machine) != false).ToList();
            return matches.Count > 0 ? new Page<Machine>(matches) : null;
        }

        public void Dispose() => pager.Dispose();

        private bool MayMatch(NewMachine machine) =>
            filter?.Name is not { } name || string.Equals(name, machine.Name, StringComparison.OrdinalIgnoreCase);

        /// <returns>The machine; null if it does not appear.</returns>
        private async Task<Machine?> FindAsync(string machineId, CancellationToken cancellationToken)
        {
            try
            {
                return await machines
                    .ReadAsync(machineId, () => read(machineId, cancellationToken), cancellationToken)
                    .ConfigureAwait(false);
            }
            catch (PaperspaceException)
            {
                return null;
            }
        }
    }
}

/// <summary>Holds what is known of a machine that was just created.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">When the API accepted it.</param>
internal sealed record NewMachine(string? Name, DateTimeOffset At);
