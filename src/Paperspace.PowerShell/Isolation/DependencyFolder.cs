using System.Reflection;

namespace Paperspace.PowerShell;

/// <summary>Finds assemblies in the folder that only this module looks into.</summary>
/// <param name="path">The full path of the folder.</param>
internal sealed class DependencyFolder(string path)
{
    private static readonly string[] Own = ["Paperspace.Client", "Paperspace.Simulator"];

    /// <summary>Tells whether an assembly is one of the module's own, which is nowhere else.</summary>
    public static bool IsOwn(AssemblyName name) => Own.Contains(name.Name);

    /// <summary>Returns the full path where an assembly belongs.</summary>
    public string PathOf(AssemblyName name) => Path.Combine(path, name.Name + ".dll");

    /// <summary>Finds an assembly.</summary>
    /// <returns>The full path of its file; <see langword="null"/> if there is none and another place may have it.</returns>
    /// <exception cref="ModuleFileException">The module's own assembly is missing or of another version.</exception>
    public string? Find(AssemblyName name)
    {
        var file = PathOf(name);
        if (!File.Exists(file)) return IsOwn(name) ? throw ModuleFileException.Missing(file) : null;
        if (!IsOwn(name)) return file;
        var version = AssemblyName.GetAssemblyName(file).Version;
        return version == name.Version ? file : throw ModuleFileException.OtherVersion(file, version, name.Version);
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
