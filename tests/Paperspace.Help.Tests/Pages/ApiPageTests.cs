using System.Text.RegularExpressions;
using Paperspace.Help.Tests.Support;

namespace Paperspace.Help.Tests.Pages;

/// <summary>The page about the two APIs describes each cmdlet, and no parameter that does not exist.</summary>
public sealed partial class ApiPageTests(Engine engine) : IClassFixture<Engine>
{
    private const string Rule = "A parameter that is not named below does the same on both.";

    public static TheoryData<string> Names => [.. Documentation.CmdletNames];

    private static string Page { get; } = File.ReadAllText(Path.Combine(Documentation.Path, "apis.md"));

    [Fact]
    public void The_page_states_the_rule_for_parameters_that_it_does_not_name() => Assert.Contains(Rule, Page, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_cmdlet_has_a_section_or_a_row_for_its_noun(string name)
    {
        if (!Sections().TryGetValue(name, out var section))
        {
            Assert.Contains($"`{name.Split('-')[1]}`", Page, StringComparison.Ordinal);
            return;
        }

        var named = Parameter().Matches(section).Select(match => match.Groups[1].Value).ToArray();
        Assert.Empty(named.Except(engine.Cmdlet(name).Parameters.Keys, StringComparer.Ordinal));
        Assert.True(named.Length > 0 || Same().IsMatch(section), section);
    }

    [Fact]
    public void No_section_describes_an_unknown_cmdlet() => Assert.Empty(Sections().Keys.Except(Documentation.CmdletNames));

    private static Dictionary<string, string> Sections() => Page.Split("\n### ").Skip(1)
        .Select(section => section.Split('\n', 2))
        .ToDictionary(section => section[0].Trim(), section => section[1], StringComparer.Ordinal);

    [GeneratedRegex(@"`-(\w+)`")]
    private static partial Regex Parameter();

    [GeneratedRegex("[Tt]he same on both|Not supported on")]
    private static partial Regex Same();
}
