using System.Reflection;
using System.Text.RegularExpressions;
using Paperspace.Tests.Network;

namespace Paperspace.Tests.Conventions;

/// <summary>The document about faults lists the tests that produce them.</summary>
public sealed class FaultDocumentTests
{
    [Fact]
    public void The_table_of_faults_has_a_row_for_each_test_and_no_other()
    {
        var tests = typeof(HostileNetworkTests)
            .GetMethods()
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Select(method => method.Name);
        var rows = Regex.Matches(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "faults.md")),
            @"`(\w+)` \|$",
            RegexOptions.Multiline);
        Assert.Equal(tests.Order(StringComparer.Ordinal), rows.Select(row => row.Groups[1].Value).Order(StringComparer.Ordinal));
    }
}
