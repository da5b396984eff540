namespace Paperspace.Tests.Waiting.Support;

/// <summary>How the wait for one machine ended.</summary>
/// <param name="At">How long the clock had run.</param>
/// <param name="Arrival">The end.</param>
internal sealed record Ending(TimeSpan At, MachineWaitResult Arrival)
{
    public string MachineId => Arrival.Condition.MachineId;

    public Machine Machine => Arrival.Error is null ? Arrival.Machine! : throw Arrival.Error;

    public PaperspaceException Error => Arrival.Error ?? throw new InvalidOperationException($"{MachineId} arrived.");
}
