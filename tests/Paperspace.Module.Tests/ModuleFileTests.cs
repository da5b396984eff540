using System.Reflection;
using System.Reflection.Emit;
using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>Removes or replaces files of a module that is imported.</summary>
public class ModuleFileTests
{
    private const string Use = """
        Import-Module $env:PaperspaceModule
        foreach ($try in 1..2) {
            try { Connect-PsAccount -Simulator; @(Get-PsMachine).Count } catch { "$($_.FullyQualifiedErrorId)|$($_.TargetObject)|$_" }
        }
        'alive'
        """;

    [Theory]
    [InlineData("net8.0", "Paperspace.Client")]
    [InlineData("net8.0", "Paperspace.Simulator")]
    [InlineData("net8.0", "RestSharp")]
    [InlineData("netstandard2.0", "Paperspace.Client")]
    [InlineData("netstandard2.0", "Paperspace.Simulator")]
    [InlineData("netstandard2.0", "RestSharp")]
    public async Task A_missing_file_is_an_error_that_names_it(string framework, string name)
    {
        using var module = new ModuleCopy(framework);
        var file = Path.Combine(module.Library, "Dependencies", name + ".dll");
        File.Delete(file);

        var lines = await Engine.RunAsync(Use, ("PaperspaceModule", module.Path));

        Assert.Equal("alive", lines[^1]);
        Assert.Equal(3, lines.Length);
        Assert.All(
            lines[..2],
            line =>
            {
                Assert.StartsWith(
                    $"ModuleFileMissing,Paperspace.PowerShell.ConnectPsAccountCommand|{file}|",
                    line,
                    StringComparison.Ordinal);
                Assert.Contains($"'{file}'", line, StringComparison.Ordinal);
                Assert.Contains("Install-PSResource Paperspace -Reinstall", line, StringComparison.Ordinal);
            });
    }

    [Theory]
    [InlineData("net8.0")]
    [InlineData("netstandard2.0")]
    public async Task A_file_of_another_version_is_an_error_that_names_both(string framework)
    {
        using var module = new ModuleCopy(framework);
        var file = Path.Combine(module.Library, "Dependencies", "Paperspace.Client.dll");
        var other = new PersistedAssemblyBuilder(
            new AssemblyName("Paperspace.Client") { Version = new Version(999, 0, 0, 0) }, coreAssembly: typeof(object).Assembly);
        other.DefineDynamicModule("Paperspace.Client");
        other.Save(file);

        var lines = await Engine.RunAsync(Use, ("PaperspaceModule", module.Path));

        Assert.Equal("alive", lines[^1]);
        Assert.StartsWith($"ModuleFileReplaced,Paperspace.PowerShell.ConnectPsAccountCommand|{file}|", lines[0], StringComparison.Ordinal);
        Assert.Contains("999.0.0.0", lines[0], StringComparison.Ordinal);
        Assert.Contains(RepositoryPaths.Version, lines[0], StringComparison.Ordinal);
        Assert.Contains("Start a new PowerShell session", lines[0], StringComparison.Ordinal);
    }
}
