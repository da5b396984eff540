using System.Collections.ObjectModel;
using System.Management.Automation.Host;

namespace Paperspace.Shell.Tests;

public class ChoiceMenuTests
{
    private readonly ChoiceMenu _menu = new(
        new Collection<ChoiceDescription> { new("&Yes", "Do it."), new("Yes to &All", "Do it all."), new("&No", "Leave it.") }, defaultChoice: 0);

    [Fact]
    public void The_line_names_the_choices() => Assert.Equal("[Y] Yes  [A] Yes to All  [N] No  [?] Help (default is \"Y\"): ", _menu.Line);

    [Theory]
    [InlineData("y", 0)]
    [InlineData("yes to all", 1)]
    [InlineData("N", 2)]
    [InlineData("", 0)]
    [InlineData("maybe", null)]
    public void An_answer_is_a_key_or_a_name_or_the_default(string answer, int? choice) => Assert.Equal(choice, _menu.Find(answer));

    [Fact]
    public void The_explanation_tells_each() => Assert.Contains("A - Do it all.", _menu.Explanation, StringComparison.Ordinal);
}
