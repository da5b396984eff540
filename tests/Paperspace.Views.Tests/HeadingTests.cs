using System.Xml.Linq;

namespace Paperspace.Views.Tests;

/// <summary>Whatever a view calls a value, the object has a property by that name.</summary>
[Collection(SessionsCollection.Name)]
public sealed class HeadingTests(Sessions sessions)
{
    [Fact]
    public void Each_heading_is_a_property()
    {
        var session = sessions[ViewKind.Default];
        session.Get(
            """
            $functions = Get-Command Get-* -CommandType Function | Where-Object { $_.Name -ne 'Get-Verb' -and $_.Parameters.Count -eq 0 }
            $objects = @($functions | ForEach-Object { & $_ })
            """);
        string[] headings =
        [
            .. from view in XDocument.Load(ModuleFiles.Formats).Descendants("View")
               let type = view.Descendants("TypeName").Single().Value
               from label in view.Descendants("Label")
               where label.Parent!.Name != "GroupBy"
               select $"{type} {label.Value}",
        ];

        Assert.NotEmpty(headings);
        var missing = headings.Distinct().Where(heading =>
        {
            var (type, label) = (heading.Split(' ')[0], heading.Split(' ')[1]);
            return session.Get($"@($objects | Where-Object {{ $_ -is [{type}] }})[0].PSObject.Properties['{label}']").Count == 0;
        });
        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("Get-UsualMachine | Where-Object Type -eq P4000", 4)]
    [InlineData("Get-UsualMachine | Where-Object RAM -gt 1GB", 4)]
    [InlineData("Get-UsualMachine | Where-Object IP -eq 10.64.1.100", 1)]
    [InlineData("Get-FailedEvent | Where-Object Error -like '*capacity*'", 1)]
    [InlineData("Get-Utilization | Where-Object Name -eq web-1 | Where-Object Id -eq ps123abc | Where-Object Month -eq 2017-08", 1)]
    [InlineData("Get-Utilization | Where-Object Hours -eq 10.38 | Where-Object Cost -eq 5.92", 1)]
    [InlineData("Get-Utilization | ConvertTo-Deserialized 2 | Where-Object Hours -eq 10.38", 1)]
    [InlineData("Get-Usage | Where-Object Hours -eq 188.44", 1)]
    [InlineData("Get-Availability | Where-Object Type -eq V100", 1)]
    [InlineData("Get-MachineType | Where-Object Type -eq P4000 | Where-Object Hourly -eq 0.51 | Where-Object RAM -eq 30", 1)]
    [InlineData("Get-Account | Where-Object Host -eq api.paperspace.io | Where-Object Default", 1)]
    public void Heading_selects_objects(string script, int count) =>
        Assert.Equal(count, sessions[ViewKind.Default].Get(script).Count);

    [Fact]
    public void Heading_that_is_an_alias_is_in_no_export()
    {
        var names = sessions[ViewKind.Default].Get("(Get-FullMachine).PSObject.Properties.Name").Select(name => name.ToString()).ToArray();

        Assert.Contains("MachineType", names);
        Assert.DoesNotContain("Type", names);
    }
}
