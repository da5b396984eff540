using System.Reflection;

namespace Paperspace.PowerShell;

/// <summary>Finds assemblies in the folder that only this module looks into.</summary>
/// <param name="path">The full path of the folder.</param>
/// <param name="plainPath">The full path of the same assemblies without compiled code, for images that are missing or broken; null if
/// <paramref name="path"/> is that folder.</param>
internal sealed class DependencyFolder(string path, string? plainPath)
{
    private static readonly string[] Own = ["Paperspace.Client", "Paperspace.Simulator"];

    /// <summary>Tells whether an assembly is one of the module's own, which is nowhere else.</summary>
    public static bool IsOwn(AssemblyName name) => Own.Contains(name.Name);

    /// <summary>Returns the full path where an assembly belongs.</summary>
    public string PathOf(AssemblyName name)
    {
        var file = Path.Combine(path, name.Name + ".dll");
        return File.Exists(file) ? file : FindPlain(name) ?? file;
    }

    /// <summary>Finds the assembly without compiled code.</summary>
    /// <returns>The full path of its file; null if there is none beside the image.</returns>
    public string? FindPlain(AssemblyName name) =>
        plainPath is not null && Path.Combine(plainPath, name.Name + ".dll") is var file && File.Exists(file) ? file : null;

    /// <summary>Finds an assembly.</summary>
    /// <returns>The full path of its file; <see langword="null"/> if there is none and another place may have it.</returns>
    /// <exception cref="ModuleFileException">The module's own assembly is missing or of another version.</exception>
    public string? Find(AssemblyName name)
    {
        var file = PathOf(name);
        if (!File.Exists(file)) return IsOwn(name) ? throw ModuleFileException.Missing(file) : null;
        if (!IsOwn(name)) return file;
        try
        {
            var version = AssemblyName.GetAssemblyName(file).Version;
            return version == name.Version ? file : throw ModuleFileException.OtherVersion(file, version, name.Version);
        }
        catch (BadImageFormatException) when (FindPlain(name) is { } plain)
        {
            return plain;
        }
    }

    /// <summary>Returns what is wrong with the file of an assembly that was not loaded; null if nothing is.</summary>
    public ModuleFileException? FindProblem(AssemblyName name)
    {
        try
        {
            return Find(name) is null ? ModuleFileException.Missing(PathOf(name)) : null;
        }
        catch (ModuleFileException problem)
        {
            return problem;
        }
    }
}
