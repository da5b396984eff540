using System.Text;

namespace Paperspace.Help;

/// <summary>Builds a folder of help from a folder of pages.</summary>
internal static class HelpBuild
{
    private const string TopicExtension = ".help.txt";

    /// <summary>Reads all pages. If none has a problem, writes the help and deletes topics whose page no longer exists.</summary>
    /// <param name="pages">The folder with the pages.</param>
    /// <param name="help">The folder for the help, which is created if it does not exist.</param>
    /// <param name="report">Receives each problem.</param>
    /// <returns>Whether the help was written.</returns>
    public static bool Run(string pages, string help, Action<string> report)
    {
        var cmdlets = new List<HelpPage>();
        var topics = new List<AboutTopic>();
        var problems = new List<string>();
        foreach (var path in Directory.GetFiles(pages, "*.md").Order(StringComparer.Ordinal))
            try
            {
                var page = MarkdownPage.Read(path);
                if (page.Name.StartsWith(AboutTopic.Prefix, StringComparison.Ordinal)) topics.Add(AboutTopicWriter.Write(page));
                else if (page.Name != HelpPageReader.SharedParameters) cmdlets.Add(HelpPageReader.Read(page));
            }
            catch (HelpFormatException problem)
            {
                problems.Add(problem.Message);
            }

        // Each page that refers to the shared parameters reports the same problem of theirs.
        foreach (var problem in problems.Distinct()) report(problem);
        if (problems.Count == 0) Write(cmdlets, topics, help);
        return problems.Count == 0;
    }

    private static void Write(List<HelpPage> cmdlets, List<AboutTopic> topics, string help)
    {
        Directory.CreateDirectory(help);
        foreach (var old in Directory.GetFiles(help, "*" + TopicExtension)) File.Delete(old);
        foreach (var file in cmdlets.GroupBy(page => page.HelpFile, StringComparer.Ordinal))
        {
            using var stream = File.Create(Path.Combine(help, file.Key));
            using var writer = new MamlWriter(stream);
            writer.Write(file);
        }

        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        foreach (var topic in topics) File.WriteAllText(Path.Combine(help, topic.Name + TopicExtension), topic.Text, encoding);
    }
}
