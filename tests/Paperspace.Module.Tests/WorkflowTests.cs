using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Paperspace.Module.Tests;

/// <summary>The workflows of the repository and those that <c>examples/</c> shows.</summary>
public sealed partial class WorkflowTests
{
    public static TheoryData<string> Files { get; } =
    [
        .. new[] { "examples", ".github" }
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryPaths.In(folder), "*.yml", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryPaths.In("."), file))
            .Order(StringComparer.Ordinal),
    ];

    public static TheoryData<string> Workflows { get; } =
    [
        Path.Combine("examples", "github-actions.yml"),
        .. Files.Select(row => row.Data).Where(file => file.Contains("workflows", StringComparison.Ordinal)),
    ];

    public static TheoryData<string> Examples { get; } =
        [.. Files.Select(row => row.Data).Where(file => file.StartsWith("examples", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void Each_is_YAML(string file) => Assert.NotEmpty(Read(file).Children);

    [Theory]
    [MemberData(nameof(Workflows))]
    public void A_workflow_has_a_trigger_and_jobs_with_steps(string file)
    {
        var workflow = Read(file);
        Assert.Contains(new YamlScalarNode("on"), workflow.Children.Keys);
        var jobs = (YamlMappingNode)workflow["jobs"];
        Assert.NotEmpty(jobs.Children);
        Assert.All(jobs.Children.Values.Cast<YamlMappingNode>(), job =>
        {
            Assert.Contains(new YamlScalarNode("runs-on"), job.Children.Keys);
            Assert.All(
                ((YamlSequenceNode)job["steps"]).Cast<YamlMappingNode>(),
                step => Assert.Single(step.Children.Keys, key => key.ToString() is "uses" or "run"));
            // What a job needs is another one.
            if (job.Children.TryGetValue("needs", out var needs)) Assert.Contains(needs.ToString(), jobs.Children.Keys.Select(name => name.ToString()));
        });
    }

    [Theory]
    [InlineData("ci.yml")]
    [InlineData("release.yml")]
    public void An_action_is_pinned_to_a_commit(string file)
    {
        var uses = Read($".github/workflows/{file}").AllNodes
            .OfType<YamlMappingNode>()
            .Where(node => node.Children.ContainsKey("uses"))
            .Select(node => node["uses"].ToString())
            .ToArray();
        Assert.NotEmpty(uses);
        Assert.All(uses, action => Assert.Matches("^[^@]+@[0-9a-f]{40}$", action));
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_calls_scripts_that_exist_with_parameters_that_they_have(string file)
    {
        var calls = ScriptCall().Matches(File.ReadAllText(RepositoryPaths.In(file))).ToArray();
        Assert.NotEmpty(calls);
        Assert.All(calls, call =>
        {
            var script = File.ReadAllText(RepositoryPaths.In($"examples/scripts/{call.Groups["script"].Value}"));
            Assert.All(
                ParameterName().Matches(call.Groups["arguments"].Value),
                parameter => Assert.Contains($"] ${parameter.Groups[1].Value}", script, StringComparison.Ordinal));
        });
    }

    private static YamlMappingNode Read(string file)
    {
        using var reader = File.OpenText(RepositoryPaths.In(file));
        var stream = new YamlStream();
        stream.Load(reader);
        return Assert.IsType<YamlMappingNode>(Assert.Single(stream.Documents).RootNode);
    }

    [GeneratedRegex(@"examples/scripts/(?<script>[\w-]+\.ps1)(?<arguments>[^\r\n]*(?:\r?\n\s+arguments:[^\r\n]*)?)")]
    private static partial Regex ScriptCall();

    [GeneratedRegex(@"(?<=\s)-([A-Za-z]\w*)")]
    private static partial Regex ParameterName();
}
