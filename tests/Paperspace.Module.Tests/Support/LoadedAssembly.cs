namespace Paperspace.Module.Tests.Support;

/// <summary>An assembly that an engine has loaded.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Version">Its version.</param>
/// <param name="Folder">Where it was loaded from.</param>
internal sealed record LoadedAssembly(string Name, Version Version, string Folder)
{
    /// <summary>A script that tells of every assembly, for <see cref="ReadAll"/>.</summary>
    public const string Script = """
        foreach ($assembly in [AppDomain]::CurrentDomain.GetAssemblies()) {
            $name = $assembly.GetName()
            "assembly|$($name.Name)|$($name.Version)|$([IO.Path]::GetDirectoryName($assembly.Location))"
        }
        """;

    /// <summary>The assemblies among the lines of an engine.</summary>
    public static IReadOnlyList<LoadedAssembly> ReadAll(IEnumerable<string> lines) =>
    [
        .. lines.Select(line => line.Split('|'))
            .Where(parts => parts[0] == "assembly")
            .Select(parts => new LoadedAssembly(parts[1], Version.Parse(parts[2]), parts[3])),
    ];
}
