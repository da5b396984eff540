using System.Runtime.Loader;
using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>What people rely on: cmdlets, error ids and types, as <c>PublicApi.txt</c> lists them.</summary>
public class PublicApiTests
{
    private const string AcceptVariable = "PAPERSPACE_ACCEPT_API";

    private const string ListCmdlets = """
        Import-Module $env:PaperspaceModule
        $common = [Management.Automation.Cmdlet]::CommonParameters + [Management.Automation.Cmdlet]::OptionalCommonParameters
        foreach ($command in Get-Command -Module Paperspace) {
            "$($command.Name) gives $($command.OutputType.Name -join ', ')"
            foreach ($parameter in $command.Parameters.Values) {
                if ($parameter.Name -in $common) { continue }
                $alias = if ($parameter.Aliases) { " alias $($parameter.Aliases -join ', ')" }
                $names = [string[]] $parameter.ParameterSets.Keys
                [array]::Sort($names, [StringComparer]::Ordinal)
                $sets = foreach ($name in $names) {
                    $set = $parameter.ParameterSets[$name]
                    $traits = @(
                        $name.Replace('__AllParameterSets', 'any set')
                        if ($set.IsMandatory) { 'mandatory' }
                        if ($set.Position -ge 0) { "position $($set.Position)" }
                        if ($set.ValueFromPipeline) { 'by value' }
                        if ($set.ValueFromPipelineByPropertyName) { 'by property name' }
                    )
                    "($($traits -join ', '))"
                }
                "$($command.Name) -$($parameter.Name) [$($parameter.ParameterType)]$alias $sets"
            }
        }
        """;

    private static string ListPath => Repository.In("tests/Paperspace.Module.Tests/PublicApi.txt");

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public async Task The_public_surface_is_what_the_list_says(string framework)
    {
        using var module = new ModuleCopy(framework);
        var cmdlets = await Engine.RunAsync(ListCmdlets, ("PaperspaceModule", module.Path));
        string[] actual = [.. cmdlets.Order(StringComparer.Ordinal), .. ListTypes(Path.Combine(module.Library, "Paperspace.dll"))];
        if (Environment.GetEnvironmentVariable(AcceptVariable) is "1") File.WriteAllText(ListPath, string.Join('\n', actual) + '\n');

        var listed = File.ReadAllLines(ListPath);
        string[] changes = [.. actual.Except(listed).Select(line => $"+ {line}"), .. listed.Except(actual).Select(line => $"- {line}")];
        Assert.True(
            actual.SequenceEqual(listed),
            $"""
            The public surface of {framework} is not what {Path.GetFileName(ListPath)} lists.
            {string.Join('\n', changes)}
            If that is meant, run this test with {AcceptVariable}=1, commit the list, and tell of it in CHANGELOG.md.
            """);
    }

    private static IEnumerable<string> ListTypes(string path)
    {
        var context = new AssemblyLoadContext("public surface", isCollectible: true);
        try
        {
            // From its bytes, so that the file is not held.
            using var file = new MemoryStream(File.ReadAllBytes(path));
            var assembly = context.LoadFromStream(file);
            return
            [
                .. Enum.GetNames(assembly.GetType("Paperspace.PaperspaceErrorReason", throwOnError: true)!)
                    .Order(StringComparer.Ordinal)
                    .Select(id => $"error {id}"),
                .. TypeListing.Of(assembly),
            ];
        }
        finally
        {
            context.Unload();
        }
    }
}
