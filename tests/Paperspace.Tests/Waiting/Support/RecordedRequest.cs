namespace Paperspace.Tests.Waiting.Support;

/// <summary>Holds one request as it was sent.</summary>
/// <param name="At">How long the clock had run.</param>
/// <param name="Path">The path.</param>
/// <param name="MachineId">The machine that was shown; null for another request.</param>
internal sealed record RecordedRequest(TimeSpan At, string Path, string? MachineId)
{
    public bool IsList => Path.EndsWith("/getMachines", StringComparison.Ordinal);

    public bool IsShow => MachineId is not null;
}
