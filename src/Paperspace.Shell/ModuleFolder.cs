namespace Paperspace.Shell;

/// <summary>Where the build laid out the module.</summary>
internal static class ModuleFolder
{
    private static readonly string Manifest = Path.Combine("out", "Paperspace", "Paperspace.psd1");

    /// <summary>The manifest of the checkout that the shell was built in.</summary>
    /// <exception cref="FileNotFoundException">There is none.</exception>
    public static string FindManifest()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var manifest = Path.Combine(folder.FullName, Manifest);
            if (File.Exists(manifest)) return manifest;
        }

        throw new FileNotFoundException($"There is no {Manifest} above {AppContext.BaseDirectory}: build src/Paperspace.Shell, which lays out the module.");
    }
}
