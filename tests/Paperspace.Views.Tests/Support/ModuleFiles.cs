using System.Reflection;

namespace Paperspace.Views.Tests;

/// <summary>Where the module was laid out.</summary>
internal static class ModuleFiles
{
    private static readonly string Root = typeof(ModuleFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(data => data.Key == "ModuleRoot").Value!;

    public static string Manifest { get; } = Path.Combine(Root, "Paperspace.psd1");

    public static string Cmdlets { get; } = Path.Combine(Root, "lib", "net8.0", "Paperspace.PowerShell.dll");

    public static string Types { get; } = Path.Combine(Root, "Paperspace.types.ps1xml");

    public static string Formats { get; } = Path.Combine(Root, "Paperspace.format.ps1xml");
}
