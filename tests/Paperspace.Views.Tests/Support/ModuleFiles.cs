namespace Paperspace.Views.Tests;

/// <summary>Where the module was laid out.</summary>
internal static class ModuleFiles
{
    public static string Cmdlets { get; } = Path.Combine(RepositoryPaths.Module, "lib", "net8.0", "Paperspace.PowerShell.dll");

    public static string Types { get; } = Path.Combine(RepositoryPaths.Module, "Paperspace.types.ps1xml");

    public static string Formats { get; } = Path.Combine(RepositoryPaths.Module, "Paperspace.format.ps1xml");
}
