namespace Paperspace.Client;

/// <summary>Represents a moment at which a machine started or stopped running.</summary>
/// <param name="At">The moment: the end of the event, because a machine runs from the end of its start to the end of its stop.</param>
/// <param name="IsRunning">Whether it ran from then on.</param>
/// <param name="Event">The event that caused it.</param>
/// <param name="IsCertain">Whether the event reports success, rather than only its end.</param>
internal readonly record struct PowerChange(DateTimeOffset At, bool IsRunning, MachineEvent Event, bool IsCertain)
{
    public bool RanBefore => !IsRunning || Event.Name.EqualsIgnoreCase(MachineEventNames.Restart);
}
