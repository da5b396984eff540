namespace Paperspace.Client.Operations;

/// <summary>Holds a machine in its last known state.</summary>
/// <param name="Machine">The machine.</param>
/// <param name="NewestEvent">Its newest known event, which may be known from an earlier request; null where none is.</param>
internal sealed record LastKnownState(Machine Machine, MachineEvent? NewestEvent)
{
    /// <summary>Gets the newest event, as the rest of a sentence; empty where none is known.</summary>
    public string NewestEventText => NewestEvent is null ? "" : $"; its newest event was '{TerminalText.Sanitize(NewestEvent.ToString())}'";

    /// <inheritdoc/>
    public override string ToString()
    {
        var newest = NewestEvent is null ? "" : $" and its newest event '{TerminalText.Sanitize(NewestEvent.ToString())}'";
        return $"its state was last '{TerminalText.Sanitize(Machine.State)}'{newest}";
    }
}
