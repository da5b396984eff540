using System.Reflection;
using System.Reflection.Emit;
using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

public class IsolationTests
{
    private const string UseForeign = """
        Import-Module $env:ForeignModule
        foreach ($name in Get-ForeignVersion) { "foreign|$($name.Name)|$($name.Version)" }

        """;

    private const string UseOurs = """
        Import-Module $env:PaperspaceModule
        Connect-PsAccount -Simulator -MachineCount 2
        "ours|$(@(Get-PsMachine).Count)"

        """;

    private static readonly string[] OwnDependencies =
        ["Paperspace.Client", "Paperspace.Simulator", "RestSharp", "Newtonsoft.Json"];

    private static string Dependencies => Path.Combine(RepositoryPaths.Module, "lib", "net8.0", "Dependencies");

    [Theory]
    [InlineData(UseForeign, UseOurs)]
    [InlineData(UseOurs, UseForeign)]
    public async Task Another_module_with_older_dependencies_works_beside_it(string first, string second)
    {
        var lines = await Engine.RunAsync(first + second + first + second + LoadedAssembly.Script);

        Assert.Equal(2, lines.Count(line => line == "ours|2"));
        Assert.Equal(2, lines.Count(line => line == "foreign|RestSharp|112.1.0.0"));
        var loaded = LoadedAssembly.ReadAll(lines);
        Assert.Equal(Path.GetDirectoryName(Engine.ForeignModule), FolderOf(loaded, "RestSharp", new Version(112, 1, 0, 0)));
        Assert.Equal(Dependencies, FolderOf(loaded, "RestSharp", new Version(114, 1, 0, 0)));
        Assert.All(OwnDependencies, name => Assert.Contains(loaded, assembly => assembly.Name == name && assembly.Folder == Dependencies));
    }

    [Fact]
    public async Task Another_module_gets_the_Newtonsoft_Json_of_the_engine()
    {
        var alone = await Engine.RunAsync(UseForeign);
        var beside = await Engine.RunAsync(UseOurs + UseForeign + LoadedAssembly.Script);

        Assert.Equal(alone, beside.Where(line => line.StartsWith("foreign|", StringComparison.Ordinal)));
        Assert.Equal(
            [Path.GetDirectoryName(RepositoryPaths.PowerShellAssembly), Dependencies],
            FoldersOf("Newtonsoft.Json", beside));
    }

    [Theory]
    [InlineData("RestSharp")]
    public async Task A_newer_dependency_may_be_loaded_already(string name)
    {
        using var folder = new TemporaryFolder();
        var newer = new PersistedAssemblyBuilder(
            new AssemblyName(name) { Version = new Version(999, 0, 0, 0) }, coreAssembly: typeof(object).Assembly);
        newer.DefineDynamicModule(name);
        newer.Save(folder.In(name + ".dll"));

        var lines = await Engine.RunAsync(
            "[void] [Reflection.Assembly]::LoadFrom($env:Newer)\n" + UseOurs + LoadedAssembly.Script, ("Newer", folder.In(name + ".dll")));

        Assert.Contains("ours|2", lines);
        Assert.Equal([folder.Path, Dependencies], FoldersOf(name, lines));
    }

    [Fact]
    public async Task An_import_loads_only_the_cmdlets_and_the_nouns()
    {
        // The engine loads these at its start at some time of its own, and what they need with them.
        const string OwnModules = "Import-Module Microsoft.PowerShell.Utility, Microsoft.PowerShell.Management\n";
        var before = LoadedAssembly.ReadAll(await Engine.RunAsync(OwnModules + LoadedAssembly.Script));
        var after = LoadedAssembly.ReadAll(
            await Engine.RunAsync(OwnModules + "Import-Module $env:PaperspaceModule\n" + LoadedAssembly.Script));

        var library = Path.GetDirectoryName(Dependencies);
        Assert.Equal(
            ["Paperspace", "Paperspace.PowerShell"],
            after.Where(assembly => assembly.Folder == library).Select(assembly => assembly.Name).Order());
        Assert.DoesNotContain(Dependencies, after.Select(assembly => assembly.Folder));
        Assert.DoesNotContain("System.Net.Http", after.Except(before).Select(assembly => assembly.Name));
    }

    private static HashSet<string?> FoldersOf(string name, IEnumerable<string> lines) =>
        [.. LoadedAssembly.ReadAll(lines).Where(assembly => assembly.Name == name).Select(assembly => assembly.Folder)];

    private static string FolderOf(IEnumerable<LoadedAssembly> loaded, string name, Version version) =>
        Assert.Single(loaded, assembly => assembly.Name == name && assembly.Version == version).Folder;
}
