using System.Reflection;

namespace Paperspace.Module.Tests.Support;

/// <summary>Where the build puts things.</summary>
internal static class Repository
{
    private static readonly string Root = Metadata("RepositoryRoot");
    private static readonly string Configuration = Metadata("Configuration");

    /// <summary>The version in the manifest.</summary>
    public static string Version { get; } = Metadata("Version");

    /// <summary>The folder of the module.</summary>
    public static string Module => In("out/Paperspace");

    /// <summary>The package of the module.</summary>
    public static string Package => In($"out/Paperspace.{Version}.nupkg");

    /// <summary>The manifest of the foreign module.</summary>
    public static string ForeignModule => In($"tests/ForeignModule/bin/{Configuration}/net8.0/ForeignModule.psd1");

    /// <summary>The program that is the bare engine.</summary>
    public static string EngineHost => In($"tests/EngineHost/bin/{Configuration}/net10.0/EngineHost.dll");

    /// <summary>The program that is the shell.</summary>
    public static string Shell => In($"src/Paperspace.Shell/bin/{Configuration}/net10.0/Paperspace.Shell.dll");

    /// <summary>The program that is a simulated account on loopback.</summary>
    public static string SimulatorServer =>
        In($"src/Paperspace.Simulator.Server/bin/{Configuration}/net10.0/Paperspace.Simulator.Server.dll");

    /// <summary>A file or folder of the repository.</summary>
    public static string In(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
