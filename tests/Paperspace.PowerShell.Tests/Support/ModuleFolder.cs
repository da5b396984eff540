using System.Reflection;

namespace Paperspace.PowerShell.Tests.Support;

/// <summary>Where the build laid out the module.</summary>
internal static class ModuleFolder
{
    /// <summary>The module's folder.</summary>
    public static string Path { get; } = typeof(ModuleFolder).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ModuleRoot").Value!;

    /// <summary>The manifest that users import.</summary>
    public static string Manifest => System.IO.Path.Combine(Path, "Paperspace.psd1");
}
