namespace Paperspace.Simulator.Tests;

/// <summary>The domain of the account knows no API, and no API knows the other.</summary>
public class LayerTests
{
    // What would tie the domain to JSON, to HTTP, or to the spelling of one of the APIs.
    private static readonly string[] Foreign =
    [
        "Newtonsoft", "System.Net.Http", "SimulatedRequest", "SimulatedResponse", "JsonResponse", "RequestRejectedException",
        "Paperspace.Simulator.Core", "Paperspace.Simulator.V1", "East Coast", "West Coast", "Europe (", "\"machineName\"", "\"dtCreated\"",
    ];

    private static string Source
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Paperspace.sln")))
                folder = folder.Parent!;
            return Path.Combine(folder.FullName, "src", "Paperspace.Simulator");
        }
    }

    [Fact]
    public void No_file_of_the_domain_speaks_of_json_http_or_an_api()
    {
        var files = Files("Account");

        Assert.True(files.Length > 30);
        Assert.All(files, file =>
        {
            var code = File.ReadAllLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));
            Assert.DoesNotContain(code, line => Foreign.Any(word => line.Contains(word, StringComparison.Ordinal)));
        });
    }

    [Theory]
    [InlineData("Core", "V1")]
    [InlineData("V1", "Core")]
    public void Neither_api_uses_the_other(string api, string other)
    {
        var files = Files(api);

        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.DoesNotContain($"Simulator.{other}", File.ReadAllText(file), StringComparison.Ordinal));
    }

    private static string[] Files(string folder) => Directory.GetFiles(Path.Combine(Source, folder), "*.cs", SearchOption.AllDirectories);
}
