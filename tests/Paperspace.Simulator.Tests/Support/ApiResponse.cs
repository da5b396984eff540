using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

/// <summary>A response with its JSON read.</summary>
internal sealed record ApiResponse(SimulatedResponse Response)
{
    public int Status => Response.Status;

    public JsonNode Json => JsonNode.Parse(Response.Body!)!;

    public string? ErrorMessage => (string?)Json["error"]!["message"];

    public int WrappedStatus => (int)Json["error"]!["status"]!;

    public IReadOnlyList<JsonObject> Items => [.. Json.AsArray().Select(item => item!.AsObject())];

    public IReadOnlyList<string> Ids => [.. Items.Select(item => (string)item["id"]!)];
}
