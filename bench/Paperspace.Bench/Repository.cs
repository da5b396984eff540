using System.Reflection;

namespace Paperspace.Bench;

/// <summary>Where things are.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Manifest => In("out/Paperspace/Paperspace.psd1");

    public static string Floor => In($"bench/peers/floor/bin/Release/net10.0/floor.dll");

    public static string In(string path) => Path.GetFullPath(Path.Combine(Root, path));

    private static string Metadata(string key) => typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
