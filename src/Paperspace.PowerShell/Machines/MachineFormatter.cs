using System.Globalization;
using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>Formats a machine's values for the views of Paperspace.format.ps1xml.</summary>
/// <remarks>
/// PowerShell sizes the columns of a table by its first rows and cuts off what a window has no room for. So cells are padded:
/// a later row, in a long list or from -Wait, is not cut off because the first ones were short, and windows of 80 and 100 columns end
/// where a column does. The name has three widths; with each step 80 columns lose a whole column, and 100 a part of the GPU.
/// </remarks>
public sealed class MachineFormatter : DisplayFormatter
{
    private const int LongestName = 23;
    private const int LongestState = 12;
    private const int LongestType = 8;
    private const int MostEvents = 5;

    private static readonly int[] NameWidths = [14, 19, LongestName];

    private MachineFormatter()
    {
    }

    /// <summary>Gets the formatter of a machine's values.</summary>
    public static MachineFormatter Instance { get; } = new();

    private protected override string FormatValue(string format, object? value) => format switch
    {
        nameof(Name) => Name(value),
        nameof(Type) => Text(value, LongestType),
        nameof(Gpu) => Gpu(value),
        _ => (DisplayValue.ToItems(value) is { } values ? FormatValues(format, values) : null) ?? base.FormatValue(format, value),
    };

    private static string? FormatValues(string format, IReadOnlyList<object?> values) => format switch
    {
        nameof(State) => State(values[0], values[1], values[2]),
        "PaddedState" => State(values[0], values[1], values[2]) + new string(' ', LongestState - Text(values[0], LongestState).Length),
        "NameAndState" => $"{Text(DisplayValue.ToText(values[0]) ?? values[1], LongestName)} ({State(values[2], values[3], values[4])})",
        nameof(PublicAddress) => PublicAddress(values[0], values[1]),
        nameof(Created) => Created(values[0], values[1]),
        nameof(Storage) => Storage(values[0], values[1]),
        nameof(ShutdownTimeout) => ShutdownTimeout(values[0], values[1]),
        nameof(AutoSnapshot) => AutoSnapshot(values[0], values[1], values[2]),
        nameof(RestorePoint) => RestorePoint(values[0], values[1]),
        nameof(Events) => Events(values[0], values[1]),
        _ => null,
    };

    private static string Name(object? name)
    {
        var shown = Text(name, LongestName);
        return shown.PadRight(NameWidths.First(width => shown.Length <= width));
    }

    private static string State(object? state, object? lastEvent, object? host) =>
        HostColor.Paint(Text(state, LongestState), Color(DisplayValue.ToText(state), lastEvent), DisplayValue.Unwrap(host) as PSHost);

    private static string? Color(string? state, object? lastEvent)
    {
        if (DisplayValue.ToText(DisplayValue.Property(lastEvent, nameof(MachineEvent.State))).EqualsIgnoreCase(MachineEventStates.Error))
            return HostColor.Red;
        if (MachineStates.IsRunning(state)) return HostColor.Green;
        if (state.EqualsIgnoreCase(MachineStates.Off)) return HostColor.Gray;
        return MachineStates.Known.Contains(state, StringComparer.OrdinalIgnoreCase) ? HostColor.Yellow : null;
    }

    private static string Gpu(object? gpu) =>
        Text(string.Equals(DisplayValue.ToText(gpu), "None", StringComparison.OrdinalIgnoreCase) ? null : gpu);

    private static string PublicAddress(object? address, object? dynamic) =>
        Text(address) + (DisplayValue.ToBoolean(dynamic) == true ? " (a new one at each start)" : "");

    private static string Created(object? created, object? age) =>
        Time(created) + (DisplayValue.ToTimeSpan(age) is { } known ? $" ({Age(known)} ago)" : "");

    private static string Storage(object? total, object? used) =>
        Size(total) + (DisplayValue.ToNumber(used) is { } known ? $" ({Size(known)} used)" : "");

    private static string ShutdownTimeout(object? hours, object? forces)
    {
        if (DisplayValue.ToNumber(hours) is { } known)
            return Count(known, "hour") + (DisplayValue.ToBoolean(forces) == true ? ", even with a client connected" : " without a login");
        return DisplayValue.ToBoolean(forces) is null ? Text(null) : "never";
    }

    private static string AutoSnapshot(object? performed, object? frequency, object? kept)
    {
        if (DisplayValue.ToBoolean(performed) is not true) return DisplayValue.ToBoolean(performed) is null ? Text(null) : "off";
        var often = DisplayValue.ToText(frequency) is null ? "on" : $"every {Text(frequency)}";
        return often + (DisplayValue.ToText(kept) is null ? "" : $", {Text(kept)} kept");
    }

    private static string RestorePoint(object? snapshotId, object? frequency) =>
        Text(snapshotId) + (DisplayValue.ToText(frequency) is null ? "" : $" at each {Text(frequency)}");

    private static string Events(object? events, object? host)
    {
        if (DisplayValue.ToItems(events) is not { } items) return Text(events);
        if (items.Count == 0) return "none";
        var lines = MachineEventFormatter.Lines([.. items.Take(MostEvents)], DisplayValue.Unwrap(host) as PSHost);
        var older = items.Count - MostEvents;
        return string.Join("\n", older <= 0 ? lines : lines.Append($"and {Count(older, "older one")}"));
    }

    private static string Count(double count, string what) =>
        $"{count.ToString(CultureInfo.InvariantCulture)} {what}{(count is 1 ? "" : "s")}";
}
