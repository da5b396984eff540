using System.Management.Automation.Language;
using Markdig.Syntax;
using Paperspace.Help.Tests.Support;

namespace Paperspace.Help.Tests.Pages;

/// <summary>The examples run without an error.</summary>
public sealed class ExampleTests(ExampleRuns runs) : IClassFixture<ExampleRuns>
{
    private const string NotRun = "no-run";

    public static TheoryData<string, int> Examples
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Documentation.CmdletNames)
                for (var number = 1; number <= Documentation.Cmdlet(name).Examples.Count; number++)
                    data.Add(name, number);
            return data;
        }
    }

    public static TheoryData<string, int> TopicBlocks
    {
        get
        {
            var data = new TheoryData<string, int>();
            foreach (var name in Documentation.TopicNames)
                foreach (var block in Blocks(name))
                    data.Add(name, MarkdownPage.LineOf(block));
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task An_example_of_a_cmdlet_runs_without_an_error(string name, int number) =>
        (await runs.GetAsync(name, number)).Succeeded();

    [Theory]
    [MemberData(nameof(TopicBlocks))]
    public void Commands_in_a_topic_run_without_an_error(string name, int line)
    {
        var block = Blocks(name).Single(block => MarkdownPage.LineOf(block) == line);
        var code = string.Join('\n', MarkdownPage.LinesOf(block));
        Parser.ParseInput(code, out _, out var errors);
        Assert.Empty(errors.Select(error => error.Message));
        if (block.Arguments == NotRun) return;
        using var reader = new Reader();
        reader.Type(code).Succeeded();
    }

    private static IEnumerable<FencedCodeBlock> Blocks(string name) => Flatten(MarkdownPage.Read(Documentation.PathOf(name)).Root)
        .SelectMany(section => section.Blocks)
        .OfType<FencedCodeBlock>()
        .Where(block => block.Info == "powershell");

    private static IEnumerable<Section> Flatten(Section section) => section.Sections.SelectMany(Flatten).Prepend(section);
}
