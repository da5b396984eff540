using System.Reflection;

namespace Paperspace.Help.Tests.Support;

/// <summary>The pages in the sources.</summary>
internal static class Documentation
{
    /// <summary>The folder of the documentation.</summary>
    public static string Path { get; } = typeof(Documentation).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "Documentation").Value!;

    /// <summary>The folder of the pages that the help is built from.</summary>
    public static string Pages => System.IO.Path.Combine(Path, "en-US");

    /// <summary>The names of the cmdlets that have a page.</summary>
    public static IEnumerable<string> CmdletNames => Names.Where(name => !IsTopic(name));

    /// <summary>The names of the topics that have a page.</summary>
    public static IEnumerable<string> TopicNames => Names.Where(IsTopic);

    private static IEnumerable<string> Names =>
        Directory.GetFiles(Pages, "*.md")
            .Select(path => System.IO.Path.GetFileNameWithoutExtension(path)!)
            .Where(name => name != HelpPageReader.SharedParameters)
            .Order();

    /// <summary>Where a page is.</summary>
    public static string PathOf(string name) => System.IO.Path.Combine(Pages, name + ".md");

    /// <summary>A page, as its text.</summary>
    public static string Text(string name) => File.ReadAllText(PathOf(name));

    /// <summary>The page of a cmdlet.</summary>
    public static HelpPage Cmdlet(string name) => HelpPageReader.Read(MarkdownPage.Read(PathOf(name)));

    private static bool IsTopic(string name) => name.StartsWith(AboutTopic.Prefix, StringComparison.Ordinal);
}
