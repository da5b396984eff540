using System.IO.Compression;
using Paperspace.Module.Tests.Support;

namespace Paperspace.Module.Tests;

/// <summary>Looks into the package that the PowerShell Gallery takes.</summary>
public sealed class PackageTests(ModulePackage package) : IClassFixture<ModulePackage>
{
    private static readonly string[] Cmdlets = ["Paperspace.PowerShell.dll", "Paperspace.dll"];

    private static readonly string[] Everywhere =
        ["Newtonsoft.Json.dll", "Paperspace.Client.dll", "Paperspace.Simulator.dll", "RestSharp.dll", "Tomlyn.dll"];

    // What .NET has and Windows PowerShell lacks.
    private static readonly string[] Additions =
    [
        "Microsoft.Bcl.AsyncInterfaces.dll",
        "Microsoft.Bcl.TimeProvider.dll",
        "System.Buffers.dll",
        "System.Collections.Immutable.dll",
        "System.IO.Pipelines.dll",
        "System.Memory.dll",
        "System.Numerics.Vectors.dll",
        "System.Runtime.CompilerServices.Unsafe.dll",
        "System.Text.Encodings.Web.dll",
        "System.Text.Json.dll",
        "System.Threading.Tasks.Extensions.dll",
    ];

    private static readonly string[] Platforms = ["linux-x64", "linux-arm64", "win-x64", "osx-arm64"];

    [Fact]
    public void It_has_the_module_and_nothing_else()
    {
        string[] module =
        [
            "Paperspace.psd1",
            "Paperspace.psm1",
            "lib/Paperspace.Views.psd1",
            "Paperspace.types.ps1xml",
            "Paperspace.format.ps1xml",
            "Paperspace.prices.json",
            "LICENSE",
            "THIRD-PARTY-NOTICES.md",
            "en-US/Paperspace.PowerShell.dll-Help.xml",
            "en-US/about_Paperspace.help.txt",
            "en-US/about_Paperspace_Automation.help.txt",
            "en-US/about_Paperspace_Running_Work.help.txt",
            "en-US/about_Paperspace_Waiting.help.txt",
            .. Cmdlets.Select(file => $"lib/net8.0/{file}"),
            .. Everywhere.Select(file => $"lib/net8.0/Dependencies/{file}"),
            .. Cmdlets.Select(file => $"lib/netstandard2.0/{file}"),
            .. Everywhere.Concat(Additions).Select(file => $"lib/netstandard2.0/Dependencies/{file}"),
        ];
        using var archive = ZipFile.OpenRead(package.File);
        // A package that is made for these tests alone has the plain assemblies only.
        if (package.HasImages)
            module = [.. module, .. from platform in Platforms
                                    from file in Cmdlets.Concat(Everywhere.Select(file => $"Dependencies/{file}"))
                                    select $"lib/net10.0/{platform}/{file}"];

        var packed = archive.Entries.Select(entry => entry.FullName).Where(IsOfTheModule);
        Assert.Equal(module.Order(StringComparer.Ordinal), packed.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void It_is_below_20_MB() => Assert.InRange(new FileInfo(package.File).Length, 1, 20_000_000);

    private static bool IsOfTheModule(string entry) =>
        entry is not ("Paperspace.nuspec" or "[Content_Types].xml" or "_rels/.rels")
        && !entry.StartsWith("package/services/metadata/core-properties/", StringComparison.Ordinal);
}
