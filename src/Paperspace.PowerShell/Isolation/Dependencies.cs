using System.Reflection;
#if !NETSTANDARD
using System.Runtime.Loader;
#endif

namespace Paperspace.PowerShell;

/// <summary>Finds the client and what it depends on in <c>Dependencies/</c>, whatever versions other modules have brought.</summary>
internal static class Dependencies
{
    private static readonly string ModuleFolder = Path.GetDirectoryName(typeof(Dependencies).Assembly.Location)!;
    private static readonly string Folder = Path.Combine(ModuleFolder, "Dependencies");

#if NETSTANDARD
    /// <summary>Starts to answer for the module's own assemblies.</summary>
    public static void StartResolving()
    {
        StopResolving();
        AppDomain.CurrentDomain.AssemblyResolve += Resolve;
    }

    /// <summary>Stops.</summary>
    public static void StopResolving() => AppDomain.CurrentDomain.AssemblyResolve -= Resolve;

    private static Assembly? Resolve(object? sender, ResolveEventArgs args)
    {
        // Another module's request must get that module's version.
        if (args.RequestingAssembly is not { IsDynamic: false } from || !from.Location.StartsWith(ModuleFolder, StringComparison.OrdinalIgnoreCase))
            return null;
        var name = new AssemblyName(args.Name).Name;
        if (name == typeof(Machine).Assembly.GetName().Name) return typeof(Machine).Assembly;
        var path = Path.Combine(Folder, name + ".dll");
        return File.Exists(path) ? Assembly.LoadFile(path) : null;
    }
#else
    private static readonly DependencyContext Context = new(Folder);

    /// <summary>Starts to answer for the module's own assemblies.</summary>
    public static void StartResolving()
    {
        StopResolving();
        AssemblyLoadContext.Default.Resolving += Resolve;
    }

    /// <summary>Stops.</summary>
    public static void StopResolving() => AssemblyLoadContext.Default.Resolving -= Resolve;

    private static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) =>
        name.Name is "Paperspace.Client" or "Paperspace.Simulator" ? Context.LoadFromAssemblyName(name) : null;
#endif
}
