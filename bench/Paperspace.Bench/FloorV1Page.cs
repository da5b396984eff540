namespace Paperspace.Bench;

/// <summary>A page of the V1 API as the floor reads it.</summary>
internal sealed record FloorV1Page(bool HasMore, IReadOnlyList<FloorV1Machine> Items, string? NextPage);
