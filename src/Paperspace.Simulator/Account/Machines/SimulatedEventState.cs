namespace Paperspace.Simulator;

/// <summary>Names the states of an event.</summary>
internal static class SimulatedEventState
{
    public const string New = "new";
    public const string InProgress = "in progress";
    public const string Done = "done";
    public const string Error = "error";
    public const string Cancelled = "cancelled";
}
