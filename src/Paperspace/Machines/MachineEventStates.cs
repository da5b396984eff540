namespace Paperspace;

/// <summary>Names the known values of <see cref="MachineEvent.State"/>. The API may send others.</summary>
public static class MachineEventStates
{
    /// <summary>Accepted, not begun.</summary>
    public const string New = "new";

    /// <summary>Begun.</summary>
    public const string InProgress = "in progress";

    /// <summary>Ended well.</summary>
    public const string Done = "done";

    /// <summary>Failed; <see cref="MachineEvent.ErrorMsg"/> says why.</summary>
    public const string Error = "error";

    /// <summary>Cancelled before its end.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Returns whether an event in this state has not ended yet.</summary>
    public static bool IsPending(string? state) =>
        state.EqualsIgnoreCase(New) || state.EqualsIgnoreCase(InProgress);

    /// <summary>Returns whether an event in this state ended without doing what was asked.</summary>
    public static bool IsFailure(string? state) =>
        state.EqualsIgnoreCase(Error) || state.EqualsIgnoreCase(Cancelled);
}
