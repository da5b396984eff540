#if !NETSTANDARD
using System.Reflection;
using System.Runtime.Loader;

namespace Paperspace.PowerShell;

/// <summary>A context of its own for the client, so that its references get the copies that the module ships.</summary>
internal sealed class DependencyContext : AssemblyLoadContext
{
    private readonly string _folder;

    /// <summary>Loads from this folder first.</summary>
    public DependencyContext(string folder)
        : base("Paperspace")
    {
        _folder = folder;
    }

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName)
    {
        var path = Path.Combine(_folder, assemblyName.Name + ".dll");
        return File.Exists(path) ? LoadFromAssemblyPath(path) : null;
    }
}
#endif
