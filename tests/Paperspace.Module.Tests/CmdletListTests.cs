using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>Compares the cmdlets, their parameters and what they give with <c>Cmdlets.txt</c>, which lists what users rely on.</summary>
public class CmdletListTests
{
    private const string AcceptVariable = "PAPERSPACE_ACCEPT_CMDLETS";

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

    private static string ListPath => RepositoryPaths.In("tests/Paperspace.Module.Tests/Cmdlets.txt");

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public async Task The_cmdlets_match_the_list(string framework)
    {
        using var module = new ModuleCopy(framework);
        var cmdlets = await Engine.RunAsync(ListCmdlets, ("PaperspaceModule", module.Path));
        string[] actual = [.. cmdlets.Order(StringComparer.Ordinal)];
        if (Environment.GetEnvironmentVariable(AcceptVariable) is "1") File.WriteAllText(ListPath, string.Join('\n', actual) + '\n');

        var listed = File.ReadAllLines(ListPath);
        string[] changes = [.. actual.Except(listed).Select(line => $"+ {line}"), .. listed.Except(actual).Select(line => $"- {line}")];
        Assert.True(
            actual.SequenceEqual(listed),
            $"""
            The cmdlets of {framework} are not what {Path.GetFileName(ListPath)} lists.
            {string.Join('\n', changes)}
            If that is meant, run this test with {AcceptVariable}=1, commit the list, and tell of it in CHANGELOG.md.
            """);
    }
}
