using System.IO.Compression;
using System.Runtime.InteropServices;
using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>Imports the module of the package, which has assemblies compiled ahead of time, with and without working images.</summary>
public sealed class ImageTests(ModulePackage package) : IClassFixture<ModulePackage>
{
    private const string Use = """
        Import-Module $env:PaperspaceModule
        Connect-PsAccount -Simulator -MachineCount 2
        "machines|$(@(Get-PsMachine).Count)"

        """;

    private static string Platform =>
        (OperatingSystem.IsWindows() ? "win-" : OperatingSystem.IsMacOS() ? "osx-" : "linux-")
        + RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();

    [Fact]
    public async Task The_images_are_used_if_the_package_has_them()
    {
        using var folder = Extract(out var images);

        var loaded = LoadedAssembly.ReadAll(await UseAsync(folder));

        Assert.Equal(
            [images, Path.Combine(images, "Dependencies")],
            loaded.Where(assembly => assembly.Name.StartsWith("Paperspace", StringComparison.Ordinal)).Select(assembly => assembly.Folder).ToHashSet());
    }

    [Theory]
    [InlineData("Paperspace.PowerShell.dll")]
    [InlineData("Paperspace.dll")]
    [InlineData("Dependencies/Paperspace.Client.dll")]
    [InlineData("Dependencies/Paperspace.Simulator.dll")]
    [InlineData("Dependencies/RestSharp.dll")]
    [InlineData("Dependencies/Newtonsoft.Json.dll")]
    public async Task A_broken_image_falls_back_to_the_plain_assembly(string file)
    {
        using var folder = Extract(out var images);
        File.WriteAllBytes(Path.Combine(images, file), new byte[5000]);

        var loaded = LoadedAssembly.ReadAll(await UseAsync(folder));

        var name = Path.GetFileNameWithoutExtension(file);
        Assert.Contains(
            loaded,
            assembly => assembly.Name == name && assembly.Folder?.Contains(Path.Combine("lib", "net8.0"), StringComparison.Ordinal) == true);
    }

    [Theory]
    [InlineData("Paperspace.PowerShell.dll")]
    [InlineData("Paperspace.dll")]
    [InlineData("Dependencies/Paperspace.Client.dll")]
    [InlineData("Dependencies/RestSharp.dll")]
    public async Task A_missing_image_falls_back_to_the_plain_assembly(string file)
    {
        using var folder = Extract(out var images);
        File.Delete(Path.Combine(images, file));

        await UseAsync(folder);
    }

    private static async Task<string[]> UseAsync(TemporaryFolder folder)
    {
        var lines = await Engine.RunAsync(Use + LoadedAssembly.Script, ("PaperspaceModule", folder.In("Paperspace")));
        Assert.Contains("machines|2", lines);
        return lines;
    }

    private TemporaryFolder Extract(out string images)
    {
        Assert.SkipUnless(package.HasImages, "The package has no compiled assemblies: build.ps1 -Task CI makes one that has them.");
        var folder = new TemporaryFolder();
        ZipFile.ExtractToDirectory(package.File, folder.In("Paperspace"));
        images = folder.In("Paperspace", "lib", "net10.0", Platform);
        Assert.SkipUnless(Directory.Exists(images), $"The package has no compiled assemblies for {Platform}.");
        return folder;
    }
}
