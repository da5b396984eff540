using System.Globalization;

namespace Paperspace.Client;

/// <summary>Compares a machine with the settings of an update.</summary>
internal static class V1MachineUpdateVerifier
{
    private const string Enabled = "autoShutdownEnabled";
    private const string SnapshotsEnabled = "autoSnapshotEnabled";

    private static IReadOnlyList<string> EventSettings { get; } =
    [
        nameof(MachineUpdateOptions.MachineType), nameof(MachineUpdateOptions.Size), nameof(MachineUpdateOptions.NetworkId),
        nameof(MachineUpdateOptions.AssignPublicIp), nameof(MachineUpdateOptions.DynamicPublicIp),
    ];

    private static IReadOnlyList<string> ShutdownSettings { get; } =
        [nameof(MachineUpdateOptions.ShutdownTimeoutInHours), nameof(MachineUpdateOptions.ShutdownTimeoutForces)];

    private static IReadOnlyList<string> SnapshotSettings { get; } =
        [nameof(MachineUpdateOptions.AutoSnapshotFrequency), nameof(MachineUpdateOptions.AutoSnapshotSaveCount)];

    /// <summary>Finds the settings that were not applied to the machine.</summary>
    /// <param name="machine">The machine after the update.</param>
    /// <param name="isOpen">Whether an event of the update is in progress: the settings that it changes are
    /// ignored.</param>
    public static IReadOnlyList<string> FindMissing(MachineUpdateOptions options, Machine machine, bool isOpen) =>
        [.. options.Values.Keys.Where(option => !(isOpen && EventSettings.Contains(option)) && !Applies(option, options, machine))];

    /// <summary>Returns the updates that make ignored settings apply: disable the feature, then enable it with the new values.</summary>
    public static IReadOnlyList<IReadOnlyList<KeyValuePair<string, object?>>> GetWorkarounds(
        IReadOnlyList<string> missing,
        MachineUpdateOptions options)
    {
        var workarounds = new List<IReadOnlyList<KeyValuePair<string, object?>>>();
        var fields = V1MachineOptionMaps.Update.ToFields(options);
        if (missing.Any(ShutdownSettings.Contains) && options.ShutdownTimeoutInHours is not null) AddWorkaround("autoShutdown", Enabled);
        if (missing.Any(SnapshotSettings.Contains) && options.PerformAutoSnapshot == true) AddWorkaround("autoSnapshot", SnapshotsEnabled);
        return workarounds;

        void AddWorkaround(string group, string enabled)
        {
            workarounds.Add([new(enabled, false)]);
            workarounds.Add([
                new(enabled, true),
                .. fields.Where(field => field.Key.StartsWith(group, StringComparison.Ordinal) && field.Key != enabled),
            ]);
        }
    }

    /// <summary>Returns the type of public IP address to remove; null if none or both are removed, or if another one is assigned.</summary>
    public static string? GetTakenPublicIpType(MachineUpdateOptions options)
    {
        var hasStatic = options.IsSet(nameof(options.AssignPublicIp));
        var hasDynamic = options.IsSet(nameof(options.DynamicPublicIp));
        if (hasStatic == hasDynamic || options.AssignPublicIp == true || options.DynamicPublicIp == true) return null;
        return hasStatic ? PublicIpTypes.Static : PublicIpTypes.Dynamic;
    }

    /// <summary>Describes the current value of a setting.</summary>
    public static string Describe(string option, Machine machine)
    {
        var (name, value) = option switch
        {
            nameof(MachineUpdateOptions.Size) => ("its disk size in GB is", machine.StorageTotalGB),
            nameof(MachineUpdateOptions.AssignPublicIp) or nameof(MachineUpdateOptions.DynamicPublicIp) => (
                "its PublicIpType is",
                machine.PublicIpType),
            _ => ($"its {option} is", typeof(Machine).GetProperty(option)?.GetValue(machine)),
        };
        var text = value is null ? "not set" : TerminalText.Sanitize(Convert.ToString(value, CultureInfo.InvariantCulture));
        return $"{name} {text}";
    }

    private static bool Applies(string option, MachineUpdateOptions options, Machine machine) => option switch
    {
        nameof(options.Name) => machine.Name == options.Name,
        nameof(options.MachineType) => machine.MachineType.EqualsIgnoreCase(options.MachineType),
        // Some APIs count GB as 10^9 bytes.
        nameof(options.Size) => machine.StorageTotalGB is { } size && options.Size is { } wanted && size >= Math.Floor(wanted * 0.93),
        nameof(options.NetworkId) => machine.NetworkId == options.NetworkId,
        nameof(options.ShutdownTimeoutInHours) => machine.ShutdownTimeoutInHours == options.ShutdownTimeoutInHours,
        nameof(options.ShutdownTimeoutForces) => (machine.ShutdownTimeoutForces ?? false) == (options.ShutdownTimeoutForces ?? false),
        nameof(options.PerformAutoSnapshot) => (machine.PerformAutoSnapshot ?? false) == (options.PerformAutoSnapshot ?? false),
        nameof(options.AutoSnapshotFrequency) => options.AutoSnapshotFrequency is { } frequency
            ? machine.AutoSnapshotFrequency.EqualsIgnoreCase(SnapshotFrequencies.Normalize(frequency))
            : machine.PerformAutoSnapshot != true,
        nameof(options.AutoSnapshotSaveCount) => machine.AutoSnapshotSaveCount == options.AutoSnapshotSaveCount,
        nameof(options.AssignPublicIp) => machine.PublicIpType.EqualsIgnoreCase(PublicIpTypes.Static) == (options.AssignPublicIp == true),
        nameof(options.DynamicPublicIp) => (machine.DynamicPublicIp == true) == (options.DynamicPublicIp == true),
        nameof(options.RestorePointEnabled) => (machine.RestorePointEnabled ?? false) == (options.RestorePointEnabled ?? false),
        nameof(options.RestorePointFrequency) => machine.RestorePointFrequency.EqualsIgnoreCase(options.RestorePointFrequency),
        nameof(options.RestorePointSnapshotId) => machine.RestorePointSnapshotId == options.RestorePointSnapshotId,
        _ => true,
    };
}
