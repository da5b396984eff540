namespace Paperspace.Help.Tests.Reading;

/// <summary>A topic is converted to text for a console.</summary>
public sealed class AboutTopicWriterTests
{
    [Fact]
    public void A_topic_is_indented_and_wrapped_at_80_columns()
    {
        var topic = Write(
            """
            # about_Tests

            ## SHORT DESCRIPTION

            What a topic looks like, in a line that is longer than a console is wide, since Get-Help takes it whole.

            ## Long description

            A paragraph of `words` that is long enough to be
            wrapped at the eightieth column, as all of them are.

            ```powershell
            Get-PsMachine |
                Stop-PsMachine
            ```

            ### A part

            - An item of a list that is long enough to be wrapped, with the second line under the first.
            - Another.

            """);
        Assert.Equal("about_Tests", topic.Name);
        Assert.Equal(
            """
            TOPIC
                about_Tests

            SHORT DESCRIPTION
                What a topic looks like, in a line that is longer than a console is wide, since Get-Help takes it whole.

            LONG DESCRIPTION
                A paragraph of words that is long enough to be wrapped at the eightieth
                column, as all of them are.

                    Get-PsMachine |
                        Stop-PsMachine

              A part
                - An item of a list that is long enough to be wrapped, with the second line
                  under the first.
                - Another.

            """,
            topic.Text);
    }

    [Theory]
    [InlineData("# about_Tests\n\nText.\n", 1, "The first section must be '## SHORT DESCRIPTION'.")]
    [InlineData("# about_Tests\n\n## SHORT DESCRIPTION\n\nOne.\n\nTwo.\n", 3, "'SHORT DESCRIPTION' must be one paragraph.")]
    [InlineData("# about_Tests\n\n## SHORT DESCRIPTION\n\nOne.\n\n## MORE\n\n#### Deep\n", 9, "The heading skips a level.")]
    [InlineData(
        "# about_Tests\n\n## SHORT DESCRIPTION\n\nOne.\n\n## MORE\n\n### Deep\n\n#### Deeper\n",
        11,
        "A topic cannot have a fourth level.")]
    [InlineData("# about_Tests\n\n## SHORT DESCRIPTION\n\nOne.\n\n# about_More\n", 7, "A page can have only one title.")]
    [InlineData("# about_Tests\n\n## SHORT DESCRIPTION\n\nOne.\n\n## MORE\n\n- a\n\n  b\n", 9, "A list item must be one paragraph.")]
    [InlineData("Text.\n", 1, "A page must begin with '# about_Tests'.")]
    public void Content_that_a_console_cannot_show_is_rejected_with_its_line(string text, int line, string problem) =>
        Assert.Equal($"about_Tests.md({line}): error HELP: {problem}", Assert.Throws<HelpFormatException>(() => Write(text)).Message);

    private static AboutTopic Write(string text) => AboutTopicWriter.Write(MarkdownPage.Parse("about_Tests.md", text));
}
