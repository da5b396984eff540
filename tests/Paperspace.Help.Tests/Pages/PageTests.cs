using System.Text.RegularExpressions;
using Paperspace.Help.Tests.Support;

namespace Paperspace.Help.Tests.Pages;

/// <summary>Every page matches its cmdlet.</summary>
public sealed partial class PageTests(Engine engine) : IClassFixture<Engine>
{
    public static TheoryData<string> Cmdlets => [.. Documentation.CmdletNames];

    public static TheoryData<string> All => [.. Documentation.CmdletNames, .. Documentation.TopicNames];

    [Fact]
    public void Every_cmdlet_has_a_page_and_every_page_has_a_cmdlet() =>
        Assert.Equal(engine.Cmdlets.Select(cmdlet => cmdlet.Name).Order(), Documentation.CmdletNames);

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_syntax_is_that_of_the_cmdlet(string name) =>
        Assert.Equal(CmdletFacts.Syntaxes(engine.Cmdlet(name)).Select(Facts.Of), Documentation.Cmdlet(name).Syntaxes.Select(Facts.Of));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_parameters_are_those_of_the_cmdlet_in_alphabetical_order(string name)
    {
        var cmdlet = engine.Cmdlet(name);
        var page = Documentation.Cmdlet(name);
        Assert.Equal(
            CmdletFacts.Parameters(cmdlet).Select(parameter => parameter.Name),
            page.Parameters.Select(parameter => parameter.Name));
        Assert.All(
            CmdletFacts.Parameters(cmdlet).Zip(page.Parameters),
            pair => Assert.Equal(Facts.Of(CmdletFacts.Describe(cmdlet, pair.First)), Facts.Of(pair.Second)));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_description_of_a_parameter_lists_the_accepted_values(string name) => Assert.All(
        Documentation.Cmdlet(name).Parameters,
        parameter => Assert.All(parameter.AcceptedValues, value => Assert.Contains(value, string.Join(' ', parameter.Description))));

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_inputs_and_outputs_are_those_of_the_cmdlet(string name)
    {
        var page = Documentation.Cmdlet(name);
        Assert.Equal(CmdletFacts.Inputs(engine.Cmdlet(name)), page.Inputs.Select(type => type.Name));
        Assert.Equal(CmdletFacts.Outputs(engine.Cmdlet(name)), page.Outputs.Select(type => type.Name));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void The_first_link_is_the_web_page_of_the_cmdlet(string name)
    {
        var links = Documentation.Cmdlet(name).Links;
        Assert.Equal($"https://github.com/paperspace-powershell/Paperspace/blob/main/docs/en-US/{name}.md", links[0].Address);
        Assert.True(links.Count >= 3, "There are too few links.");
        Assert.DoesNotContain(name, links.Select(link => link.Text));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void There_are_at_least_two_different_examples(string name)
    {
        var examples = Documentation.Cmdlet(name).Examples;
        Assert.True(examples.Count >= 2, "There are too few examples.");
        Assert.Equal(examples.Count, examples.Select(example => example.Code).Distinct().Count());
        Assert.All(examples, example => Assert.Contains(name, example.Code, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Sentences_end_with_a_full_stop(string name)
    {
        var page = Documentation.Cmdlet(name);
        string[] prose =
        [
            page.Synopsis,
            .. page.Description,
            .. page.Examples.SelectMany(example => example.Remarks),
            .. page.Parameters.SelectMany(parameter => parameter.Description),
            .. page.Inputs.Concat(page.Outputs).SelectMany(type => type.Description),
            .. page.Notes,
        ];
        Assert.All(prose, paragraph => Assert.Matches("[.:;]$", paragraph));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void No_placeholder_is_left(string name) => Assert.DoesNotMatch(Placeholder(), Documentation.Text(name));

    [GeneratedRegex(@"(?<!\$)\{\{|\b(TODO|TBD|Lorem|Fill in)\b")]
    private static partial Regex Placeholder();
}
