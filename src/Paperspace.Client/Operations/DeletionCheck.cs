using System.Collections.Concurrent;

namespace Paperspace.Client;

/// <summary>Decides whether a machine that the API does not know may come back: a deletion hides it before it succeeds or fails.</summary>
/// <param name="speed">How many times faster than in reality the account's machines change.</param>
internal sealed class DeletionCheck(TimeProvider time, double speed)
{
    /// <summary>A deletion takes 30 s. A machine that is missing much sooner may only be hidden while its deletion is in progress.</summary>
    private static readonly TimeSpan MinDeletion = TimeSpan.FromSeconds(20);

    /// <summary>A deletion that fails has failed after this time.</summary>
    private static readonly TimeSpan MaxDeletion = TimeSpan.FromSeconds(45);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _missingSince = new(StringComparer.Ordinal);

    /// <summary>Records that a machine is there.</summary>
    public void RecordSeen(string machineId) => _missingSince.TryRemove(machineId, out _);

    /// <summary>Returns whether a machine that was not found may still come back, because its deletion fails.</summary>
    public bool MayReturn(TrackedMachine machine)
    {
        if (machine.Open.LastOrDefault(operation => operation.IsRemoval && operation.HasAction) is not { } deletion) return false;
        if ((machine.Last?.Events ?? []).Any(item => MachineEvents.IsDeletion(item) && MachineEvents.IsDone(item))) return false;
        var now = time.GetUtcNow();
        var since = _missingSince.GetOrAdd(machine.Id, now);
        // The operation may have been started on a computer whose clock differs.
        return IsWithin(since - deletion.StartedAt, MinDeletion)
            && IsWithin(now - deletion.StartedAt, MaxDeletion)
            && IsWithin(now - since, MaxDeletion);
    }

    private bool IsWithin(TimeSpan elapsed, TimeSpan limit) => elapsed.TotalSeconds * speed < limit.TotalSeconds;
}
