using Xunit;

namespace Paperspace.Testing;

/// <summary>
/// Finds a program that some tests need and the .NET SDK does not bring. Where it is not installed those tests are skipped, except in
/// continuous integration (<c>CI=true</c>), where they fail.
/// </summary>
/// <param name="name">The name to show.</param>
/// <param name="variable">The environment variable that holds the program's path if it is somewhere else.</param>
/// <param name="installation">How to install it.</param>
/// <param name="fileNames">The names of the file, on all platforms.</param>
/// <param name="folders">Where to look besides <c>PATH</c>.</param>
public sealed class ExternalProgram(
    string name, string variable, string installation, IReadOnlyList<string> fileNames, params IReadOnlyList<string> folders)
{
    private readonly Lazy<string?> _path = new(() => Find(variable, fileNames, folders));

    /// <summary>Gets the path of the program; <see langword="null"/> if it is not installed.</summary>
    public string? Path => _path.Value;

    /// <summary>Gets why tests that need the program are skipped; <see langword="null"/> if they are not.</summary>
    public string? SkipReason => Path is null && !IsRequired ? Missing : null;

    private static bool IsRequired => Environment.GetEnvironmentVariable("CI") is "true";

    private string Missing => $"{name} is not installed. {installation} {variable} can hold its path.";

    /// <summary>Returns the path of the program, or skips the test that asks for it.</summary>
    public string Require()
    {
        Assert.SkipWhen(SkipReason is not null, Missing);
        if (Path is null) Assert.Fail(Missing);
        return Path;
    }

    private static string? Find(string variable, IReadOnlyList<string> fileNames, IReadOnlyList<string> folders)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } given) return given;
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator);
        return path.Concat(folders)
            .Where(folder => folder.Length > 0)
            .SelectMany(folder => fileNames.Select(file => System.IO.Path.Combine(folder, file)))
            .FirstOrDefault(File.Exists);
    }
}
