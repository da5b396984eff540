using System.Reflection;
using Paperspace.Help.Tests.Support;

namespace Paperspace.Help.Tests;

/// <summary>The list of errors is that of the module.</summary>
public sealed class ErrorListTests(Engine engine) : IClassFixture<Engine>
{
    private static readonly string[][] Rows =
    [
        .. File.ReadLines(Path.Combine(Documentation.Path, "errors.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Replace("`", "", StringComparison.Ordinal).Trim('|').Split('|'))
            .Select(cells => cells.Select(cell => cell.Trim()).ToArray()),
    ];

    private IEnumerable<Guide> Guides
    {
        get
        {
            var guide = engine.Cmdlets[0].ImplementingType.Assembly.GetType("Paperspace.PowerShell.ErrorDescriptor", throwOnError: true)!;
            var find = guide.GetMethod("For", BindingFlags.Public | BindingFlags.Static)!;
            var failure = find.GetParameters()[0].ParameterType;
            return Enum.GetValues(failure.GetProperty("Reason")!.PropertyType).Cast<object>().Select(reason =>
            {
                var found = find.Invoke(null, [Activator.CreateInstance(failure, reason, "It failed.", null)])!;
                return new Guide(
                    reason.ToString()!,
                    guide.GetProperty("Category")!.GetValue(found)!.ToString()!,
                    (string)guide.GetProperty("Advice")!.GetValue(found)!);
            });
        }
    }

    [Fact]
    public void The_page_lists_the_ids_and_categories_in_the_order_of_the_module() =>
        Assert.Equal(Guides.Select(guide => (guide.Id, guide.Category)), Rows.Select(row => (row[0], row[1])));

    [Fact]
    public void The_page_has_the_advice_of_each_error() =>
        Assert.All(Guides.Zip(Rows).Where(pair => pair.First.Advice.Length > 0), pair => Assert.Equal(pair.First.Advice, pair.Second[3]));

    [Fact]
    public void The_page_says_when_each_error_occurs_and_what_to_do() =>
        Assert.All(Rows, row => Assert.All(row.Skip(2), cell => Assert.EndsWith(".", cell, StringComparison.Ordinal)));

    private sealed record Guide(string Id, string Category, string Advice);
}
