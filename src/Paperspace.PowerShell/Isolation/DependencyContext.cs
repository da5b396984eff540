#if !NETSTANDARD
using System.Reflection;
using System.Runtime.Loader;

namespace Paperspace.PowerShell;

/// <summary>Loads the client into a context of its own, so that its references get the copies that the module ships.</summary>
internal sealed class DependencyContext : AssemblyLoadContext
{
    private readonly DependencyFolder _folder;

    /// <summary>Loads from this folder first.</summary>
    public DependencyContext(DependencyFolder folder)
        : base("Paperspace")
    {
        _folder = folder;
        // Raised only where neither this folder nor PowerShell has the assembly.
        Resolving += (_, name) => throw ModuleFileException.Missing(_folder.PathOf(name));
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        if (_folder.Find(assemblyName) is not { } path) return null;
        try
        {
            return LoadFromAssemblyPath(path);
        }
        catch (BadImageFormatException) when (_folder.FindPlain(assemblyName) is { } plain)
        {
            return LoadFromAssemblyPath(plain);
        }
    }
}
#endif
