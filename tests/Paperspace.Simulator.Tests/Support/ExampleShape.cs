using System.Text.Json;
using System.Text.Json.Nodes;

namespace Paperspace.Simulator.Tests;

/// <summary>Compares the shape of a body with that of an example.</summary>
internal static class ExampleShape
{
    // Those that the specification lets a body leave out.
    private static readonly HashSet<string> Optional =
        ["nextPage", "dtDeleted", "assignedMachineId", "firstName", "lastName", "publicProfileImageUrl", "preferences", "publicIp"];

    public static JsonNode? Read(string name) =>
        JsonNode.Parse(Examples.Text(name));

    /// <summary>Asserts that every field is there that the example has, no other one is, and each has the same kind or is null.</summary>
    public static void AssertMatches(string example, JsonNode? actual) => AssertMatches(Read(example), actual, example);

    private static void AssertMatches(JsonNode? example, JsonNode? actual, string path)
    {
        if (example is null || actual is null)
            return;
        Assert.True(Kind(example) == Kind(actual), $"{path} is {Kind(actual)}, not {Kind(example)}");
        switch (example)
        {
            case JsonObject fields:
                AssertFields(fields, actual.AsObject(), path);
                break;
            case JsonArray { Count: > 0 } items:
                foreach (var item in actual.AsArray())
                    AssertMatches(items[0], item, path + "[]");
                break;
        }
    }

    private static void AssertFields(JsonObject example, JsonObject actual, string path)
    {
        foreach (var (name, value) in example)
        {
            if (actual.ContainsKey(name))
                AssertMatches(value, actual[name], $"{path}.{name}");
            else
                Assert.True(Optional.Contains(name), $"{path} lacks {name}");
        }

        foreach (var (name, _) in actual)
            Assert.True(example.ContainsKey(name) || Optional.Contains(name), $"{path} has {name}, which the example has not");
    }

    private static string Kind(JsonNode node) => node.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "boolean",
        var kind => kind.ToString(),
    };
}
