using Paperspace.Help.Tests.Support;

namespace Paperspace.Help.Tests.Reading;

/// <summary>A page with a problem is rejected with its line.</summary>
public sealed class HelpPageReaderTests
{
    private const string Name = "Wait-PsMachine";

    private static readonly string Good = Documentation.Text(Name);

    [Theory]
    [InlineData(
        "# Wait-PsMachine\n",
        "# Wait-Machine\n",
        "# Wait-Machine",
        "The title is 'Wait-Machine', but the name of the file is 'Wait-PsMachine'.")]
    [InlineData(
        "online version: https",
        "online-version: https",
        "online-version",
        "'online-version' is not a known field. Use one of external help file, Module Name, online version, schema.")]
    [InlineData("schema: 2.0.0\n", "schema 2.0.0\n", "schema 2.0.0", "'schema 2.0.0' is not of the form 'name: value'.")]
    [InlineData("schema: 2.0.0\n", "schema: 2.0.0\nschema: 2.0.0\n", "schema: 2.0.0\n---", "'schema' is repeated.")]
    [InlineData("## NOTES", "## REMARKS", "# Wait-PsMachine", "The sections are")]
    [InlineData("## SYNOPSIS\n", "Waits.\n\n## SYNOPSIS\n", "Waits.", "No text is allowed between the title and the first section.")]
    [InlineData("## SYNOPSIS\n", "## SYNOPSIS\n\nWaits.\n", "## SYNOPSIS", "A synopsis must be one paragraph.")]
    [InlineData(
        "## DESCRIPTION\n",
        "## DESCRIPTION\n\n> Waits.\n",
        "> Waits.",
        "A quotation is not allowed here; use paragraphs and lists.")]
    [InlineData(
        "## DESCRIPTION\n",
        "## DESCRIPTION\n\n| a | b |\n|---|---|\n| c | d |\n",
        "| a | b |",
        "A table is not allowed here; use paragraphs and lists.")]
    [InlineData(
        "## DESCRIPTION\n",
        "## DESCRIPTION\n\n![A wait](wait.png)\n",
        "![A wait]",
        "A console can show only text, code, emphasis and links.")]
    [InlineData(
        "(about_Paperspace_Waiting.md).\n\n## EXAMPLES",
        "(about_Waiting.md).\n\n## EXAMPLES",
        "[about_Paperspace_Waiting](about_Waiting.md)",
        "The target of the link, 'about_Waiting.md', does not exist.")]
    [InlineData(
        "[-PollInterval <timespan>]",
        "[-Interval <timespan>]",
        "### Machine (Default)",
        "-Interval is in the syntax, but not among the parameters of its set.")]
    [InlineData("[-PollInterval <timespan>]", "", "### -PollInterval", "-PollInterval is not in the syntax of its set.")]
    [InlineData("### Example 2:", "### Example 3:", "### Example 3:", "The title must begin with 'Example 2: '.")]
    [InlineData(
        "```powershell\nStart-PsMachine psk2x8y1f\n",
        "```\nStart-PsMachine psk2x8y1f\n",
        "### Example 1:",
        "An example must begin with its commands in a 'powershell' code block.")]
    [InlineData("Returns the machine when it is ready.\n", "", "### Example 1:", "The example does not explain its commands.")]
    [InlineData("### -Id\n", "### -Z\n", "## PARAMETERS", "The parameters are not in alphabetical order.")]
    [InlineData("### -State\n", "### State\n", "### State", "The title of a parameter must be its name with a leading '-'.")]
    [InlineData("The states to wait for: `off`, `serviceready` or `ready`. With several, any of them ends the wait. The default is\n`ready`.\n", "", "### -State", "The parameter has no description.")]
    [InlineData("Position: 1\n", "Position: first\n", "Position: first", "'Position' must be Named or a number.")]
    [InlineData("Default value: ready\n", "Default value:\n", "Default value:\n", "'Default value' is missing or empty.")]
    [InlineData("Default value: ready\n", "Default value: ready\nDynamic: False\n", "Dynamic: False", "'Dynamic' is not a known field.")]
    [InlineData(
        "Position: 1\nDefault value: ready\nAccept pipeline input: False",
        "Position: 1\nDefault value: ready\nAccept pipeline input: No",
        "Accept pipeline input: No",
        "'Accept pipeline input' must be False, or True with")]
    [InlineData("and -BaseUri. ", "and -BaseUrl. ", "### SharedParameters", "'SharedParameters.md' does not describe -BaseUrl.")]
    [InlineData("-ApiVersion and -BaseUri", "-ApiVersion, -Port and -BaseUri", "### SharedParameters", "-Port is not in the syntax of its set.")]
    [InlineData(
        "[SharedParameters](SharedParameters.md)",
        "SharedParameters",
        "### SharedParameters",
        "'SharedParameters' has to link to 'SharedParameters.md'.")]
    [InlineData("### CommonParameters", "### -Common", "## PARAMETERS", "The last section must be '### CommonParameters'.")]
    [InlineData(
        "### Paperspace.Machine\n\nThe machines",
        "The machines",
        "## OUTPUTS",
        "A type must be a heading; if there is none, use 'None'.")]
    [InlineData("[Online Version:](", "[Online:](", "## RELATED LINKS", "The first link must be '[Online Version:](https://")]
    [InlineData(
        "[Stop-PsMachine](Stop-PsMachine.md)\n",
        "[Stop-PsMachine](Stop-PsMachine.md) and more\n",
        "[Stop-PsMachine](Stop-PsMachine.md) and",
        "A related link must be a paragraph of its own.")]
    public void A_problem_is_reported_with_its_line(string part, string replacement, string place, string problem)
    {
        Assert.Contains(part, Good, StringComparison.Ordinal);
        var begin = Good.IndexOf(part, StringComparison.Ordinal);
        var text = Good[..begin] + replacement + Good[(begin + part.Length)..];
        var line = text[..text.IndexOf(place, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
        var failure = Assert.Throws<HelpFormatException>(() => HelpPageReader.Read(MarkdownPage.Parse(Documentation.PathOf(Name), text)));
        Assert.StartsWith($"{Documentation.PathOf(Name)}({line}): error HELP: {problem}", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_is_converted_to_plain_text()
    {
        var text = Good.Replace(
            "## DESCRIPTION\n",
            "## DESCRIPTION\n\nWith `-Wait` and *all* its\nlines, see [the site](https://example.com) &amp; "
                + "[Get-PsMachine](Get-PsMachine.md).\n\n1. one\n2. two\n\n- a\n- b\n",
            StringComparison.Ordinal);
        var page = HelpPageReader.Read(MarkdownPage.Parse(Documentation.PathOf(Name), text));
        Assert.Equal(
            ["With -Wait and all its lines, see the site (https://example.com) & Get-PsMachine.", "1. one", "2. two", "- a", "- b"],
            page.Description.Take(5));
    }
}
