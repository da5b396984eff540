using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>The formats of a machine's values in the views.</summary>
internal static class MachineText
{
    private const int MaxWideName = 23;
    private const int MaxWideState = 12;
    private const int MaxEvents = 5;

    /// <summary>Formats a state in the color of what it means: red after a failure, green, gray, or yellow in between.</summary>
    public static string State(object? state, object? lastEvent, object? host, int? width) =>
        HostColor.Paint(DisplayText.Text(state), width, Color(DisplayValue.ToText(state), lastEvent), host);

    /// <summary>Formats whether a machine type is available.</summary>
    public static string Available(object? available, object? host) => HostColor.Paint(
        DisplayText.YesNo(available),
        null,
        DisplayValue.ToBoolean(available) switch { true => HostColor.Green, false => HostColor.Red, null => null },
        host);

    /// <summary>Formats a name, or an id without one, with the state in parentheses.</summary>
    public static string NameAndState(IReadOnlyList<object?> values)
    {
        var state = DisplayText.Text(values[2], MaxWideState);
        var painted = HostColor.Paint(state, null, Color(DisplayValue.ToText(values[2]), values[3]), values[4]);
        return $"{DisplayText.Text(DisplayValue.ToText(values[0]) ?? values[1], MaxWideName)} ({painted})";
    }

    /// <summary>Formats a GPU; the API calls a machine's lack of one <c>None</c>.</summary>
    public static string Gpu(object? gpu) =>
        DisplayText.Text(string.Equals(DisplayValue.ToText(gpu), "None", StringComparison.OrdinalIgnoreCase) ? null : gpu);

    public static string PublicAddress(object? address, object? isDynamic) =>
        DisplayText.Text(address) + (DisplayValue.ToBoolean(isDynamic) == true ? " (a new one at each start)" : "");

    public static string Created(object? created, object? age) =>
        DisplayText.Time(created) + (DisplayValue.ToNumber(age) is { } known ? $" ({DisplayText.Age(known)} ago)" : "");

    public static string Storage(object? total, object? used) =>
        DisplayText.Size(total) + (DisplayValue.ToNumber(used) is { } known ? $" ({DisplayText.Size(known)} used)" : "");

    public static string ShutdownTimeout(object? hours, object? forces)
    {
        // Linux is shut down after that time whether it is used or not; Windows when nobody has been connected for so long.
        if (DisplayValue.ToNumber(hours) is { } known)
            return Count(known, "hour") + (DisplayValue.ToBoolean(forces) == true ? ", even if connected" : " (Windows: if not connected)");
        return DisplayValue.ToBoolean(forces) is null ? DisplayText.Text(null) : "never";
    }

    public static string AutoSnapshot(object? performed, object? frequency, object? kept)
    {
        if (DisplayValue.ToBoolean(performed) is not true)
            return DisplayValue.ToBoolean(performed) is null ? DisplayText.Text(null) : "off";
        var often = DisplayValue.ToText(frequency) is null ? "on" : $"every {DisplayText.Text(frequency)}";
        return often + (DisplayValue.ToText(kept) is null ? "" : $", {DisplayText.Text(kept)} kept");
    }

    public static string RestorePoint(object? snapshotId, object? frequency) =>
        DisplayText.Text(snapshotId) + (DisplayValue.ToText(frequency) is null ? "" : $" at each {DisplayText.Text(frequency)}");

    /// <summary>Formats the newest events, one a line.</summary>
    public static string Events(object? events, object? host)
    {
        if (DisplayValue.ToItems(events) is not { } items) return DisplayText.Text(events);
        if (items.Count == 0) return "none";
        var lines = MachineEventText.Lines([.. items.Take(MaxEvents)], host);
        var older = items.Count - MaxEvents;
        return string.Join("\n", older <= 0 ? lines : lines.Append($"and {Count(older, "older one")}"));
    }

    private static string? Color(string? state, object? lastEvent)
    {
        if (DisplayValue.ToText(DisplayValue.Property(lastEvent, nameof(MachineEvent.State))).EqualsIgnoreCase(MachineEventStates.Error))
            return HostColor.Red;
        if (MachineStates.IsRunning(state)) return HostColor.Green;
        if (state.EqualsIgnoreCase(MachineStates.Off)) return HostColor.Gray;
        return MachineStates.Known.Contains(state, StringComparer.OrdinalIgnoreCase) ? HostColor.Yellow : null;
    }

    private static string Count(double count, string noun) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {noun}{(count is 1 ? "" : "s")}";
}
