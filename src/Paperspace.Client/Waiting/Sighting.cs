namespace Paperspace.Client.Waiting;

/// <summary>How a machine was last seen.</summary>
/// <param name="Machine">The machine, in its last known state.</param>
/// <param name="NewestEvent">Its newest known event, which may have been seen before; null where none was.</param>
internal sealed record Sighting(Machine Machine, MachineEvent? NewestEvent)
{
    /// <inheritdoc/>
    public override string ToString()
    {
        var newest = NewestEvent is null ? "" : $" and its newest event '{DisplayText.Plain(NewestEvent.ToString())}'";
        return $"its state was last '{DisplayText.Plain(Machine.State)}'{newest}";
    }
}
