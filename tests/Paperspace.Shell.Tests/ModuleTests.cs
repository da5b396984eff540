using Paperspace.Shell.Tests.Support;

namespace Paperspace.Shell.Tests;

public class ModuleTests
{
    private static string Folder => Path.GetDirectoryName(ModuleFolder.FindManifest())!;

    [Fact]
    public async Task The_module_is_imported_through_its_manifest()
    {
        var outcome = await ShellProcess.RunAsync("-Command", "(Get-Module Paperspace).ModuleBase; (Get-Module Paperspace).ExportedFormatFiles");
        Assert.Equal([Folder, Path.Combine(Folder, "Paperspace.format.ps1xml")], outcome.Lines);
    }

    [Fact]
    public async Task Its_dependencies_come_from_its_own_folder()
    {
        string[] names = ["Paperspace.Client", "RestSharp", "Polly.Core", "Newtonsoft.Json"];
        var outcome = await ShellProcess.RunAsync(
            "-Command", "Connect-PsAccount -Simulator; Get-PsMachine; foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) { $assembly.Location }");

        var dependencies = Path.Combine(Folder, "lib", "net8.0", "Dependencies");
        Assert.All(names, name => Assert.Contains(Path.Combine(dependencies, name + ".dll"), outcome.Lines));
    }
}
