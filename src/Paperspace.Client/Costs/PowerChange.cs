namespace Paperspace.Client;

/// <summary>Represents a moment at which a machine started to run, or stopped.</summary>
/// <param name="At">The moment: the end of the event, since a machine runs from the end of its start to the end of its stop.</param>
/// <param name="IsRunning">Whether it ran from then on.</param>
/// <param name="Event">The event behind it.</param>
/// <param name="IsCertain">Whether the event says that it succeeded, rather than only that it ended.</param>
internal readonly record struct PowerChange(DateTimeOffset At, bool IsRunning, MachineEvent Event, bool IsCertain)
{
    public bool RanBefore => !IsRunning || Event.Name.EqualsIgnoreCase(MachineEventNames.Restart);
}
