namespace Paperspace;

/// <summary>Names the known values of <see cref="MachineEvent.State"/>. The API may send others.</summary>
public static class MachineEventStates
{
    /// <summary>Accepted, but not yet begun.</summary>
    public const string New = "new";

    /// <summary>In progress.</summary>
    public const string InProgress = "in progress";

    /// <summary>Completed successfully.</summary>
    public const string Done = "done";

    /// <summary>Failed; <see cref="MachineEvent.ErrorMsg"/> states why.</summary>
    public const string Error = "error";

    /// <summary>Cancelled before completion.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Returns whether an event in this state has yet to end.</summary>
    public static bool IsPending(string? state) =>
        state.EqualsIgnoreCase(New) || state.EqualsIgnoreCase(InProgress);

    /// <summary>Returns whether an event in this state failed or was cancelled.</summary>
    public static bool IsFailure(string? state) =>
        state.EqualsIgnoreCase(Error) || state.EqualsIgnoreCase(Cancelled);
}
