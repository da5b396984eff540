using System.Collections.Concurrent;

namespace Paperspace.Client;

/// <summary>Decides whether a machine that is not found may return: a deletion hides it before it succeeds or fails.</summary>
/// <param name="speed">How many times faster than in reality the account's machines change.</param>
internal sealed class DeletionCheck(TimeProvider time, double speed)
{
    /// <summary>A deletion takes 30 s. A machine that is missing sooner may only be hidden while its deletion is in progress.</summary>
    private static readonly TimeSpan MinDeletion = TimeSpan.FromSeconds(20);

    /// <summary>A failing deletion has failed by then.</summary>
    private static readonly TimeSpan MaxDeletion = TimeSpan.FromSeconds(45);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _missingSince = new(StringComparer.Ordinal);

    /// <summary>Records that a machine was found.</summary>
    public void RecordSeen(string machineId) => _missingSince.TryRemove(machineId, out _);

    /// <summary>Returns whether a machine that was not found may return because its deletion fails.</summary>
    public bool MayReturn(TrackedMachine machine)
    {
        if (machine.Open.LastOrDefault(operation => operation.IsRemoval && operation.HasAction) is not { } deletion) return false;
        if ((machine.Last?.Events ?? []).Any(item => MachineEvents.IsDeletion(item) && MachineEvents.IsDone(item))) return false;
        var now = time.GetUtcNow();
        var since = _missingSince.GetOrAdd(machine.Id, now);
        // Another computer, whose clock differs, may have started the operation.
        return IsWithin(since - deletion.StartedAt, MinDeletion)
            && IsWithin(now - deletion.StartedAt, MaxDeletion)
            && IsWithin(now - since, MaxDeletion);
    }

    private bool IsWithin(TimeSpan elapsed, TimeSpan limit) => elapsed.TotalSeconds * speed < limit.TotalSeconds;
}
