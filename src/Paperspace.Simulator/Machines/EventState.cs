namespace Paperspace.Simulator;

/// <summary>How far an event is, in the API's words.</summary>
internal static class EventState
{
    public const string New = "new";
    public const string InProgress = "in progress";
    public const string Done = "done";
    public const string Error = "error";
    public const string Cancelled = "cancelled";
}
