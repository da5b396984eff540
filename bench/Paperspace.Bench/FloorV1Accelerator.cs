namespace Paperspace.Bench;

/// <summary>An accelerator of the V1 API as the floor reads it.</summary>
internal sealed record FloorV1Accelerator(string? Name, long? Memory, int? Count);
