using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>Formats the values of a machine's event for the views of Paperspace.format.ps1xml.</summary>
public sealed class MachineEventFormatter : DisplayFormatter
{
    private const int LongestName = 20;
    private const int LongestState = 11;

    private MachineEventFormatter()
    {
    }

    /// <summary>Gets the formatter of an event's values.</summary>
    public static MachineEventFormatter Instance { get; } = new();

    /// <summary>Formats events in one line each, such as <c>2022-03-14 15:48:30Z  start  error after 31s: No capacity</c>.</summary>
    internal static IEnumerable<string> Lines(IReadOnlyCollection<object?> events, PSHost? host)
    {
        var nameWidth = events.Max(item => Name(DisplayValue.Property(item, nameof(MachineEvent.Name))).Length);
        return events.Select(item => Line(item, nameWidth, host));
    }

    private protected override string FormatValue(string format, object? value) => format switch
    {
        nameof(Name) => Name(value),
        nameof(State) when DisplayValue.ToItems(value) is [var state, var host] => State(state, DisplayValue.Unwrap(host) as PSHost),
        nameof(Error) => Error(value),
        _ => base.FormatValue(format, value),
    };

    private static string Name(object? name) => Text(name, LongestName);

    private static string State(object? state, PSHost? host) =>
        HostColor.Paint(Text(state, LongestState), Color(DisplayValue.ToText(state)), host);

    private static string Error(object? message) => DisplayValue.ToText(message) is { } text ? Text(text) : "";

    private static string? Color(string? state)
    {
        if (state.EqualsIgnoreCase(MachineEventStates.Error)) return HostColor.Red;
        if (state.EqualsIgnoreCase(MachineEventStates.Done)) return HostColor.Green;
        if (MachineEventStates.IsPending(state)) return HostColor.Yellow;
        return state.EqualsIgnoreCase(MachineEventStates.Cancelled) ? HostColor.Gray : null;
    }

    private static string Line(object? item, int nameWidth, PSHost? host)
    {
        if (DisplayValue.Unwrap(item) is string text) return Text(text);
        var state = DisplayValue.Property(item, nameof(MachineEvent.State));
        var length = DisplayValue.Property(item, nameof(MachineEvent.Duration));
        var error = Error(DisplayValue.Property(item, nameof(MachineEvent.ErrorMsg)));
        return Time(DisplayValue.Property(item, nameof(MachineEvent.DtCreated)))
            + $"  {Name(DisplayValue.Property(item, nameof(MachineEvent.Name))).PadRight(nameWidth)}  {State(state, host)}"
            + (length is null ? "" : $" {(MachineEventStates.IsFailure(DisplayValue.ToText(state)) ? "after" : "in")} {Duration(length)}")
            + (error.Length == 0 ? "" : $": {error}");
    }
}
