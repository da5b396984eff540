using System.Text.RegularExpressions;

namespace Paperspace.Simulator.Tests;

/// <summary>The domain of the account knows no API, and neither API knows the other.</summary>
public sealed partial class LayerTests
{
    // Names that would tie the domain to JSON, to HTTP, or to the spelling of an API.
    private static readonly string[] Foreign =
    [
        "Newtonsoft", "System.Net.Http", "SimulatedRequest", "SimulatedResponse", "JsonResponse", "RequestRejectedException",
        "East Coast", "West Coast", "Europe (", "\"machineName\"", "\"dtCreated\"",
    ];

    [Fact]
    public void The_domain_does_not_refer_to_json_http_or_an_api()
    {
        var files = Files("Account");

        Assert.True(files.Length > 30);
        Assert.All(files, file =>
        {
            var code = File.ReadAllLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)).ToArray();
            Assert.DoesNotContain(code, line => Foreign.Any(word => line.Contains(word, StringComparison.Ordinal)));
            Assert.DoesNotContain(code, line => ApiType().IsMatch(line));
        });
    }

    [Theory]
    [InlineData("Core", "V1")]
    [InlineData("V1", "Core")]
    public void Neither_api_uses_the_other(string api, string other)
    {
        var files = Files(api);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain(
            ApiType().Matches(File.ReadAllText(file)), type => type.Groups[1].Value == other));
    }

    private static string[] Files(string folder) => Directory.GetFiles(
        Path.Combine(RepositoryPaths.In("src"), "Paperspace.Simulator", folder), "*.cs", SearchOption.AllDirectories);

    // Types of an API begin with its name.
    [GeneratedRegex(@"\b(Core|V1)[A-Z]\w+")]
    private static partial Regex ApiType();
}
