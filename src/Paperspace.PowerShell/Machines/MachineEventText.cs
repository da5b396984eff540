namespace Paperspace.PowerShell;

/// <summary>The formats of a machine event's values in the views.</summary>
internal static class MachineEventText
{
    private const int MaxName = 20;
    private const int MaxState = 11;

    public static string Name(object? name) => DisplayText.Text(name, MaxName);

    /// <summary>Formats a state in the color of what it means.</summary>
    public static string State(object? state, object? host, int? width) =>
        HostColor.Paint(DisplayText.Text(state, MaxState), width, Color(DisplayValue.ToText(state)), host);

    /// <summary>Formats an error message; empty without one.</summary>
    public static string Error(object? message) => DisplayValue.ToText(message) is { } text ? DisplayText.Text(text) : "";

    /// <summary>Formats events in one line each, such as <c>2022-03-14 15:48:30Z  start  error after 31s: No capacity</c>.</summary>
    public static IEnumerable<string> Lines(IReadOnlyCollection<object?> events, object? host)
    {
        var nameWidth = events.Max(item => Name(DisplayValue.Property(item, nameof(MachineEvent.Name))).Length);
        return events.Select(item => Line(item, nameWidth, host));
    }

    private static string? Color(string? state)
    {
        if (state.EqualsIgnoreCase(MachineEventStates.Error)) return HostColor.Red;
        if (state.EqualsIgnoreCase(MachineEventStates.Done)) return HostColor.Green;
        if (MachineEventStates.IsPending(state)) return HostColor.Yellow;
        return state.EqualsIgnoreCase(MachineEventStates.Cancelled) ? HostColor.Gray : null;
    }

    private static string Line(object? item, int nameWidth, object? host)
    {
        if (DisplayValue.Unwrap(item) is string text) return DisplayText.Text(text);
        var state = DisplayValue.Property(item, nameof(MachineEvent.State));
        var duration = DisplayValue.Property(item, nameof(MachineEvent.DurationSeconds));
        var error = Error(DisplayValue.Property(item, nameof(MachineEvent.ErrorMsg)));
        return DisplayText.Time(DisplayValue.Property(item, nameof(MachineEvent.DtCreated)))
            + $"  {Name(DisplayValue.Property(item, nameof(MachineEvent.Name))).PadRight(nameWidth)}  {State(state, host, null)}"
            + (duration is null ? "" : $" {(MachineEventStates.IsFailure(DisplayValue.ToText(state)) ? "after" : "in")} {DisplayText.Duration(duration)}")
            + (error.Length == 0 ? "" : $": {error}");
    }
}
