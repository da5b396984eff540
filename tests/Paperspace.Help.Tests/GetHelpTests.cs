using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Xml.Linq;
using Paperspace.Help.Tests.Support;

namespace Paperspace.Help.Tests;

/// <summary>Get-Help shows the help of the module.</summary>
public sealed class GetHelpTests(Engine engine) : IClassFixture<Engine>
{
    public static TheoryData<string> Cmdlets => [.. Documentation.CmdletNames];

    public static TheoryData<string> Topics => [.. Documentation.TopicNames];

    private static string HelpFolder => Path.Combine(RepositoryPaths.Module, "en-US");

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Get_Help_shows_the_synopsis_the_description_and_the_links_of_a_page(string name)
    {
        var help = engine.Help(name);
        var page = Documentation.Cmdlet(name);
        Assert.Equal(page.Synopsis, Text(help, "Synopsis"));
        Assert.Equal(page.Description, Items(help, "description").Select(paragraph => Text(paragraph, "Text").TrimEnd('\n')));
        var links = Items(Item(help, "relatedLinks"), "navigationLink");
        Assert.Equal(
            page.Links.Select(link => (link.Text, link.Address)),
            links.Select(link => (Text(link, "linkText"), Text(link, "uri"))));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Get_Help_shows_the_parameters_of_the_cmdlet(string name)
    {
        var cmdlet = engine.Cmdlet(name);
        var shown = Items(Item(engine.Help(name), "parameters"), "parameter").ToArray();
        Assert.Equal(
            CmdletFacts.Parameters(cmdlet).Select(parameter => parameter.Name),
            shown.Select(parameter => Text(parameter, "name")));
        Assert.All(CmdletFacts.Parameters(cmdlet).Zip(shown), pair => AssertShown(CmdletFacts.Describe(cmdlet, pair.First), pair.Second));
        Assert.Equal(
            Documentation.Cmdlet(name).Parameters.Select(parameter => parameter.Description),
            shown.Select(parameter => Items(parameter, "description").Select(paragraph => Text(paragraph, "Text").TrimEnd('\n'))));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Get_Help_shows_each_syntax(string name)
    {
        var shown = Items(Item(engine.Help(name), "syntax"), "syntaxItem");
        Assert.Equal(
            CmdletFacts.Syntaxes(engine.Cmdlet(name)).Select(syntax => syntax.ParameterNames),
            shown.Select(item => Items(item, "parameter").Select(parameter => Text(parameter, "name"))));
    }

    [Theory]
    [MemberData(nameof(Cmdlets))]
    public void Get_Help_shows_the_examples_of_a_page(string name)
    {
        var shown = Items(Item(engine.Help(name), "examples"), "example").ToArray();
        var page = Documentation.Cmdlet(name);
        Assert.Equal(page.Examples.Select(example => example.Code), shown.Select(example => Text(example, "code")));
        Assert.All(
            page.Examples.Zip(shown),
            pair => Assert.Contains(pair.First.Title, Text(pair.Second, "title"), StringComparison.Ordinal));
    }

    [Fact]
    public void Get_Help_Full_fits_a_console()
    {
        var host = new RecordingHost(width: 200);
        using var session = new Session(host);
        session.Run("Get-Help Wait-PsMachine -Full | Out-Default").Succeeded();
        Assert.Contains("Waits until machines reach a state.", host.Text, StringComparison.Ordinal);
        Assert.Contains("[[-State] {off | serviceready | ready}]", host.Text, StringComparison.Ordinal);
        Assert.Contains("Aliases                      MachineId", host.Text, StringComparison.Ordinal);
        Assert.Contains("--- Example 1: Wait until a machine is ready ---", host.Text, StringComparison.Ordinal);
        Assert.Contains("Online Version: https://", host.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Topics))]
    public void Get_Help_finds_a_topic(string name)
    {
        var topic = AboutTopicWriter.Write(MarkdownPage.Read(Documentation.PathOf(name)));
        using var session = new Session();
        var shown = Assert.Single(session.Run($"Get-Help {name}").Succeeded().Output);
        Assert.Equal(topic.Text, shown.BaseObject);
        Assert.Contains(Text(shown, "Synopsis"), Documentation.Text(name), StringComparison.Ordinal);
    }

    [Fact]
    public void The_shipped_help_is_built_from_the_pages()
    {
        var made = Directory.CreateTempSubdirectory("help");
        try
        {
            Assert.True(HelpBuild.Run(Documentation.Pages, made.FullName, Assert.Fail));
            Assert.Equal(Contents(made.FullName), Contents(HelpFolder));
        }
        finally
        {
            made.Delete(recursive: true);
        }
    }

    [Fact]
    public void The_shipped_file_has_one_command_for_each_cmdlet()
    {
        var file = XDocument.Load(Path.Combine(HelpFolder, "Paperspace.PowerShell.dll-Help.xml"));
        Assert.Equal(
            Documentation.CmdletNames,
            file.Root!.Elements().Select(command => command.Descendants().First(element => element.Name.LocalName == "name").Value));
    }

    private static IEnumerable<(string Name, string Text)> Contents(string folder) =>
        Directory.GetFiles(folder).Order().Select(path => (Path.GetFileName(path), File.ReadAllText(path)));

    private static void AssertShown(ParameterHelp expected, PSObject shown)
    {
        Assert.Equal(expected.Type, Text(Item(shown, "type"), "name"));
        Assert.Equal(expected.IsRequired ? "true" : "false", Text(shown, "required"));
        Assert.Equal(expected.Position?.ToString(CultureInfo.InvariantCulture) ?? "named", Text(shown, "position"));
        Assert.Equal(expected.PipelineInput, Text(shown, "pipelineInput"));
        Assert.Equal(expected.DefaultValue, Text(shown, "defaultValue"));
        Assert.Equal(expected.Aliases.Count == 0 ? "none" : string.Join(", ", expected.Aliases), Text(shown, "aliases"));
        Assert.Equal(expected.AcceptsWildcards ? "true" : "false", Text(shown, "globbing"));
    }

    private static PSObject Item(PSObject item, string property) => PSObject.AsPSObject(item.Properties[property].Value);

    private static string Text(PSObject item, string property) => item.Properties[property]?.Value?.ToString() ?? "";

    private static IEnumerable<PSObject> Items(PSObject item, string property) =>
        item.Properties[property]?.Value switch
        {
            null => [],
            PSObject { BaseObject: IEnumerable and not string } many => ((IEnumerable)many.BaseObject)
                .Cast<object>()
                .Select(PSObject.AsPSObject),
            IEnumerable many and not string => many.Cast<object>().Select(PSObject.AsPSObject),
            var one => [PSObject.AsPSObject(one)],
        };
}
