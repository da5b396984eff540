using System.Reflection;
#if !NETSTANDARD
using System.Runtime.Loader;
#endif

namespace Paperspace.PowerShell;

/// <summary>Finds the client and what it depends on in <c>Dependencies/</c>, whatever versions other modules have brought.</summary>
internal static class DependencyResolver
{
    private const string DependenciesFolder = "Dependencies";

    private static readonly string ModuleFolder = Path.GetDirectoryName(typeof(DependencyResolver).Assembly.Location)!;
    private static readonly DependencyFolder Folder = new(Path.Combine(ModuleFolder, DependenciesFolder), FindPlainFolder());
    private static readonly Lazy<bool> Resolving = new(Subscribe);

    /// <summary>
    /// Resolves the module's own assemblies from now on, to the end of the process: all its runspaces share it, and
    /// one that removes the module must not take it from the others.
    /// </summary>
    public static void Resolve() => _ = Resolving.Value;

    /// <summary>Returns what is wrong with the file of an assembly that was not loaded; null if nothing is, or if it is not the
    /// module's.</summary>
    /// <param name="fullName">The full name of the assembly.</param>
    public static ModuleFileException? FindProblem(string? fullName) =>
        fullName?.Contains(", Version=") == true ? Folder.FindProblem(new AssemblyName(fullName)) : null;

    /// <summary>Finds lib/net8.0, for the images in lib/net10.0/platform; null if the module runs from another folder.</summary>
    private static string? FindPlainFolder()
    {
        var images = Path.GetDirectoryName(ModuleFolder);
        return Path.GetFileName(images) == "net10.0"
            ? Path.Combine(Path.GetDirectoryName(images)!, "net8.0", DependenciesFolder)
            : null;
    }

#if NETSTANDARD
    private static bool Subscribe()
    {
        AppDomain.CurrentDomain.AssemblyResolve += Find;
        return true;
    }

    private static Assembly? Find(object? sender, ResolveEventArgs args)
    {
        // Another module's request must get that module's version.
        var isOurs = args.RequestingAssembly is { IsDynamic: false } from
            && from.Location.StartsWith(ModuleFolder, StringComparison.OrdinalIgnoreCase);
        if (!isOurs) return null;
        var name = new AssemblyName(args.Name);
        if (name.Name == typeof(Machine).Assembly.GetName().Name) return typeof(Machine).Assembly;
        if (Folder.Find(name) is { } path) return Assembly.LoadFile(path);
        // Asked for by the runtime as well, which goes on without them: translations, and helpers of serialization.
        var isOptional = name.Name is null
            || name.Name.EndsWith(".resources", StringComparison.Ordinal)
            || name.Name.EndsWith(".XmlSerializers", StringComparison.Ordinal);
        return isOptional ? null : throw ModuleFileException.Missing(Folder.PathOf(name));
    }
#else
    private static readonly DependencyContext Context = new(Folder);

    private static bool Subscribe()
    {
        AssemblyLoadContext.Default.Resolving += Find;
        return true;
    }

    private static Assembly? Find(AssemblyLoadContext context, AssemblyName name) =>
        DependencyFolder.IsOwn(name) ? Context.LoadFromAssemblyName(name) : null;
#endif
}
