using System.Globalization;
using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>What the views of a machine show. For Paperspace.format.ps1xml.</summary>
public static class MachineView
{
    /// <summary>How much of a name is shown where other things stand beside it.</summary>
    internal const int LongestName = 23;

    /// <summary>How much of a state is shown.</summary>
    internal const int LongestState = 12;

    private const int MostEvents = 5;

    /// <summary>The state in the colour of what it means.</summary>
    public static string State(Machine machine, PSHost? host) =>
        HostColour.Paint(ShortState(machine), Colour(machine), host);

    /// <summary>Name and state; the id where there is no name.</summary>
    public static string NameAndState(Machine machine, PSHost? host) =>
        $"{ShortName(string.IsNullOrWhiteSpace(machine.Name) ? machine.Id : machine.Name)} ({State(machine, host)})";

    /// <summary>The GPU; <c>-</c> for none.</summary>
    public static string Gpu(Machine machine) =>
        string.Equals(machine.Gpu, "None", StringComparison.OrdinalIgnoreCase) ? ViewText.Text(null) : ViewText.Text(machine.Gpu);

    /// <summary>The public address, and whether it is another one after each start.</summary>
    public static string PublicAddress(Machine machine) =>
        ViewText.Text(machine.PublicIpAddress) + (machine.DynamicPublicIp == true ? " (a new one at each start)" : "");

    /// <summary>When it was created and how long ago.</summary>
    public static string Created(Machine machine) =>
        ViewText.Time(machine.DtCreated) + (machine.Age is { } age ? $" ({ViewText.Age(age)} ago)" : "");

    /// <summary>The disk's size and its used part.</summary>
    public static string Storage(Machine machine) =>
        ViewText.Size(machine.StorageTotal) + (machine.StorageUsed is { } used ? $" ({ViewText.Size(used)} used)" : "");

    /// <summary>When it is shut down by itself.</summary>
    public static string ShutdownTimeout(Machine machine)
    {
        if (machine.ShutdownTimeoutInHours is { } hours)
            return Count(hours, "hour") + (machine.ShutdownTimeoutForces == true ? ", even with a client connected" : " without a login");
        return machine.ShutdownTimeoutForces is null ? ViewText.Text(null) : "never";
    }

    /// <summary>How often snapshots are taken by themselves and how many are kept.</summary>
    public static string AutoSnapshot(Machine machine)
    {
        if (machine.PerformAutoSnapshot is not true) return machine.PerformAutoSnapshot is null ? ViewText.Text(null) : "off";
        var frequency = machine.AutoSnapshotFrequency;
        return (string.IsNullOrWhiteSpace(frequency) ? "on" : $"every {ViewText.Text(frequency)}") + (machine.AutoSnapshotSaveCount is { } kept ? $", {kept.ToString(CultureInfo.InvariantCulture)} kept" : "");
    }

    /// <summary>The snapshot it is restored to and when.</summary>
    public static string RestorePoint(Machine machine) =>
        ViewText.Text(machine.RestorePointSnapshotId)
        + (string.IsNullOrWhiteSpace(machine.RestorePointFrequency) ? "" : $" at each {ViewText.Text(machine.RestorePointFrequency)}");

    /// <summary>The newest events, one a line.</summary>
    public static string Events(Machine machine, PSHost? host)
    {
        if (machine.Events is not { Count: > 0 } events) return "none";
        var newest = events.Take(MostEvents).ToArray();
        var widest = newest.Max(item => EventView.Name(item).Length);
        var lines = newest.Select(item => EventView.Line(item, widest, host));
        var older = events.Count - newest.Length;
        return string.Join("\n", older == 0 ? lines : lines.Append($"and {Count(older, "older one")}"));
    }

    /// <summary>A name, shortened to leave room for what stands beside it.</summary>
    internal static string ShortName(string? name) => ViewText.Short(name, LongestName);

    /// <summary>The state, without colour.</summary>
    internal static string ShortState(Machine machine) => ViewText.Short(machine.State, LongestState);

    private static string? Colour(Machine machine)
    {
        if (MachineStates.Is(machine.LastEvent?.State, MachineEventStates.Error)) return HostColour.Red;
        if (machine.IsRunning) return HostColour.Green;
        if (MachineStates.Is(machine.State, MachineStates.Off)) return HostColour.Grey;
        return MachineStates.Known.Contains(machine.State, StringComparer.OrdinalIgnoreCase) ? HostColour.Yellow : null;
    }

    private static string Count(int count, string what) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count == 1 ? "" : "s")}";
}
