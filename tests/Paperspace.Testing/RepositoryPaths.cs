using System.Reflection;

namespace Paperspace.Testing;

/// <summary>Finds the paths of the repository and of what its build makes.</summary>
public static class RepositoryPaths
{
    private static readonly string Root = Metadata("RepositoryRoot");

    /// <summary>Gets the configuration that is built, <c>Release</c> or <c>Debug</c>.</summary>
    public static string Configuration { get; } = Metadata("Configuration");

    /// <summary>Gets the version in the module's manifest.</summary>
    public static string Version { get; } = Metadata("Version");

    /// <summary>Gets the folder of the built module.</summary>
    public static string Module => In("out/Paperspace");

    /// <summary>Gets the manifest of the built module.</summary>
    public static string Manifest => Path.Combine(Module, "Paperspace.psd1");

    /// <summary>Gets the assembly of the official PowerShell, to be run by <c>dotnet exec</c>.</summary>
    public static string PowerShellAssembly { get; } = Path.GetFullPath(Metadata("PowerShellAssembly"));

    /// <summary>Gets the assembly of the simulator's server.</summary>
    public static string SimulatorServer => Built("src/Paperspace.Simulator.Server", "net10.0", "Paperspace.Simulator.Server.dll");

    /// <summary>Returns the full path of a file or folder of the repository.</summary>
    /// <param name="path">The path from the repository's root.</param>
    public static string In(string path) => Path.GetFullPath(Path.Combine(Root, path));

    /// <summary>Returns the full path of a file that the build of a project makes.</summary>
    /// <param name="project">The project's folder, from the repository's root.</param>
    /// <param name="framework">The target framework.</param>
    /// <param name="file">The file's name.</param>
    public static string Built(string project, string framework, string file) => In($"{project}/bin/{Configuration}/{framework}/{file}");

    private static string Metadata(string key) => typeof(RepositoryPaths).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
