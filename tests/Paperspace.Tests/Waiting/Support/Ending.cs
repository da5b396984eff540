namespace Paperspace.Tests.Waiting.Support;

/// <summary>How the wait for one machine ended.</summary>
/// <param name="At">How long the clock had run.</param>
/// <param name="Result">The end.</param>
internal sealed record Ending(TimeSpan At, Operation Result)
{
    public string MachineId => Result.MachineId!;

    public string? Warning => Result.Warnings.Count == 0 ? null : string.Join(" ", Result.Warnings);

    public Machine Machine => Result.Error is null ? Result.Machine! : throw Result.Error;

    public PaperspaceException Error => Result.Error ?? throw new InvalidOperationException($"{MachineId} arrived.");
}
