using System.Management.Automation.Host;

namespace Paperspace.PowerShell;

/// <summary>What the views of a machine's event show. For Paperspace.format.ps1xml.</summary>
public static class EventView
{
    private const int LongestName = 20;
    private const int LongestState = 11;

    /// <summary>What happens.</summary>
    public static string Name(MachineEvent item) => ViewText.Short(item.Name, LongestName);

    /// <summary>How far it is, in the colour of what that means.</summary>
    public static string State(MachineEvent item, PSHost? host) =>
        HostColour.Paint(ViewText.Short(item.State, LongestState), Colour(item.State), host);

    /// <summary>Why it failed; empty when it did not.</summary>
    public static string Error(MachineEvent item) => TerminalText.Sanitize(item.ErrorMsg);

    /// <summary>An event in one line, such as <c>2022-03-14 15:48:30Z  start  error after 31s: No capacity</c>.</summary>
    internal static string Line(MachineEvent item, int nameWidth, PSHost? host)
    {
        var preposition = MachineEventStates.IsFailure(item.State) ? "after" : "in";
        var duration = item.Duration is { } length ? $" {preposition} {ViewText.Duration(length)}" : "";
        var error = string.IsNullOrWhiteSpace(item.ErrorMsg) ? "" : $": {Error(item)}";
        return $"{ViewText.Time(item.DtCreated)}  {Name(item).PadRight(nameWidth)}  {State(item, host)}{duration}{error}";
    }

    private static string? Colour(string? state)
    {
        if (MachineStates.Is(state, MachineEventStates.Error)) return HostColour.Red;
        if (MachineStates.Is(state, MachineEventStates.Done)) return HostColour.Green;
        if (MachineEventStates.IsPending(state)) return HostColour.Yellow;
        return MachineStates.Is(state, MachineEventStates.Cancelled) ? HostColour.Grey : null;
    }
}
