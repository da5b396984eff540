using System.Text.RegularExpressions;

namespace Paperspace.Module.Tests.Support;

/// <summary>A copy of the module that has the library of one framework alone, whatever the edition of PowerShell.</summary>
internal sealed partial class ModuleCopy : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    /// <summary>Copies it.</summary>
    /// <param name="framework">The framework.</param>
    public ModuleCopy(string framework)
    {
        Library = _folder.In("Paperspace", "lib", framework);
        foreach (var file in Directory.EnumerateFiles(RepositoryPaths.Module, "*", SearchOption.AllDirectories))
        {
            var relative = System.IO.Path.GetRelativePath(RepositoryPaths.Module, file);
            if (relative.Split(System.IO.Path.DirectorySeparatorChar) is ["lib", var other, _, ..] && other != framework) continue;
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(_folder.In("Paperspace", relative))!);
            File.Copy(file, _folder.In("Paperspace", relative));
        }

        var root = _folder.In("Paperspace", "Paperspace.psm1");
        File.WriteAllText(root, Framework().Replace(File.ReadAllText(root), $"$1'{framework}'"));
    }

    /// <summary>Its folder.</summary>
    public string Path => _folder.In("Paperspace");

    /// <summary>The folder of its assemblies.</summary>
    public string Library { get; }

    /// <inheritdoc/>
    public void Dispose() => _folder.Dispose();

    [GeneratedRegex(@"(?m)^(\$framework = ).*$")]
    private static partial Regex Framework();
}
