using System.Xml.Linq;

namespace Paperspace.Help.Tests;

/// <summary>Reads the syntax of the help file as PlatyPS's <c>Import-MamlHelp</c> does.</summary>
public class MamlSyntaxTests
{
    private static readonly XNamespace Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private static readonly XNamespace Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private static readonly XNamespace Maml = "http://schemas.microsoft.com/maml/2004/10";

    [Fact]
    public void Every_parameter_of_a_syntax_has_a_type_and_a_switch_has_no_value()
    {
        var parameters = XDocument.Load(HelpFile).Descendants(Command + "syntaxItem").Elements(Command + "parameter").ToArray();

        Assert.NotEmpty(parameters);
        Assert.All(
            parameters,
            parameter =>
            {
                var type = parameter.Element(Dev + "type")?.Element(Maml + "name")?.Value;
                Assert.False(string.IsNullOrEmpty(type), parameter.Element(Maml + "name")?.Value);
                Assert.Equal(type != "SwitchParameter", parameter.Elements(Command + "parameterValue").Any());
            });
    }

    private static string HelpFile => Path.Combine(RepositoryPaths.Module, "en-US", "Paperspace.PowerShell.dll-Help.xml");
}
