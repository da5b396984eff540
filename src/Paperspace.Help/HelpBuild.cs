using System.Text;

namespace Paperspace.Help;

/// <summary>Makes a folder of help from a folder of pages.</summary>
internal static class HelpBuild
{
    private const string TopicExtension = ".help.txt";

    /// <summary>Reads all pages, writes the help if each is as it has to be, and takes away topics that have no page any more.</summary>
    /// <param name="pages">The folder with the pages.</param>
    /// <param name="help">The folder for the help, which is made where it is missing.</param>
    /// <param name="report">Takes what is wrong with a page.</param>
    /// <returns>Whether the help was written.</returns>
    public static bool Run(string pages, string help, Action<string> report)
    {
        var cmdlets = new List<HelpPage>();
        var topics = new List<AboutTopic>();
        var isFine = true;
        foreach (var path in Directory.GetFiles(pages, "*.md").Order(StringComparer.Ordinal))
            try
            {
                var page = MarkdownPage.Read(path);
                if (page.Name.StartsWith(AboutTopic.Prefix, StringComparison.Ordinal)) topics.Add(AboutTopicWriter.Write(page));
                else cmdlets.Add(HelpPageReader.Read(page));
            }
            catch (HelpFormatException wrong)
            {
                isFine = false;
                report(wrong.Message);
            }

        if (isFine) Write(cmdlets, topics, help);
        return isFine;
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
