using System.Text.Json.Nodes;

namespace Paperspace.Module.Tests.Parity;

/// <summary>
/// Each command sends what the official Node client sends for the same operation. Its requests are recordings: <c>npm run record</c> in
/// <c>tests/parity</c> makes them anew.
/// </summary>
public sealed class RequestTests(OurRequests ours) : IClassFixture<OurRequests>
{
    public static TheoryData<string> Names { get; } = [.. ParityCase.All.Select(each => each.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_request_matches_the_official_client(string name)
    {
        var each = ParityCase.All.Single(other => other.Name == name);
        var official = ParityCase.Recordings[name];
        var request = Assert.Single(ours.Of(each).Skip(each.At).SkipLast(each.After));

        var expected = Difference.Apply(official);
        Assert.Equal($"{expected.Method} {expected.Path}", $"{request.Method} {request.Path}");
        Assert.Equal(Decode(expected), Decode(request));
        Assert.True(JsonNode.DeepEquals(expected.Body, request.Body), $"Expected: {expected.Body}\nActual: {request.Body}");
        Assert.Equal(expected.OwnHeaders, request.OwnHeaders);
        // Where both send a field, they escape it alike.
        Assert.All(official.Query.Where(field => request.Query.ContainsKey(field.Key)), field => Assert.Equal(field.Value, request.Query[field.Key]));
    }

    [Fact]
    public void Every_recording_has_a_case() =>
        Assert.Equal(ParityCase.All.Select(each => each.Name).Order(), ParityCase.Recordings.Keys.Order());

    private static IEnumerable<(string Name, string Value)> Decode(ParityRequest request) =>
        request.Query.Select(field => (field.Key, Uri.UnescapeDataString(field.Value)));
}
