using System.Globalization;
using System.Text;
using System.Xml;

namespace Paperspace.Help;

/// <summary>Writes the pages of cmdlets as MAML, the XML that Get-Help reads.</summary>
internal sealed class MamlWriter : IDisposable
{
    private const string Maml = "http://schemas.microsoft.com/maml/2004/10";
    private const string Command = "http://schemas.microsoft.com/maml/dev/command/2004/10";
    private const string Dev = "http://schemas.microsoft.com/maml/dev/2004/10";
    private const string Root = "http://msh";

    private readonly XmlWriter _xml;

    public MamlWriter(Stream stream)
    {
        _xml = XmlWriter.Create(stream, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(false) });
    }

    public void Write(IEnumerable<HelpPage> pages)
    {
        _xml.WriteStartElement("helpItems", Root);
        _xml.WriteAttributeString("schema", "maml");
        foreach (var page in pages) Write(page);
        _xml.WriteEndElement();
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private void Write(HelpPage page)
    {
        _xml.WriteStartElement("command", "command", Command);
        _xml.WriteAttributeString("xmlns", "maml", null, Maml);
        _xml.WriteAttributeString("xmlns", "dev", null, Dev);
        WriteDetails(page);
        WriteParagraphs("description", page.Description);
        WriteAll(Command, "syntax", page.Syntaxes, syntax => WriteSyntax(page, syntax));
        WriteAll(Command, "parameters", page.Parameters, WriteParameter);
        WriteAll(Command, "inputTypes", page.Inputs, type => WriteType("inputType", type));
        WriteAll(Command, "returnValues", page.Outputs, type => WriteType("returnValue", type));
        if (page.Notes.Count > 0) WriteAll(Maml, "alertSet", [page.Notes], notes => WriteParagraphs("alert", notes));
        WriteAll(Command, "examples", page.Examples, WriteExample);
        WriteAll(Command, "relatedLinks", page.Links, WriteLink);
        _xml.WriteEndElement();
    }

    private void WriteDetails(HelpPage page)
    {
        var (verb, noun) = page.Name.Split('-') is [var first, var second] ? (first, second) : (page.Name, "");
        _xml.WriteStartElement("details", Command);
        _xml.WriteElementString("name", Command, page.Name);
        _xml.WriteElementString("verb", Command, verb);
        _xml.WriteElementString("noun", Command, noun);
        WriteParagraphs("description", [page.Synopsis]);
        _xml.WriteEndElement();
    }

    private void WriteSyntax(HelpPage page, SyntaxHelp syntax)
    {
        _xml.WriteStartElement("syntaxItem", Command);
        _xml.WriteElementString("name", Maml, page.Name);
        foreach (var name in syntax.ParameterNames)
        {
            var parameter = page.Parameters.First(parameter => parameter.Name == name);
            BeginParameter(parameter);
            WriteValues(parameter);
            // Readers of the file, such as PlatyPS, need it to recognize a switch, which has no value.
            WriteTypeName(parameter.Type);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteParameter(ParameterHelp parameter)
    {
        BeginParameter(parameter);
        WriteParagraphs("description", parameter.Description);
        WriteValues(parameter);
        WriteTypeName(parameter.Type);
        _xml.WriteElementString("defaultValue", Dev, parameter.DefaultValue);
        _xml.WriteEndElement();
    }

    private void BeginParameter(ParameterHelp parameter)
    {
        _xml.WriteStartElement("parameter", Command);
        WriteFlag("required", parameter.IsRequired);
        WriteFlag("variableLength", parameter.Type.EndsWith("[]", StringComparison.Ordinal));
        WriteFlag("globbing", parameter.AcceptsWildcards);
        _xml.WriteAttributeString("pipelineInput", parameter.PipelineInput);
        _xml.WriteAttributeString("position", parameter.Position?.ToString(CultureInfo.InvariantCulture) ?? "named");
        _xml.WriteAttributeString("aliases", parameter.Aliases.Count == 0 ? "none" : string.Join(", ", parameter.Aliases));
        _xml.WriteElementString("name", Maml, parameter.Name);
    }

    private void WriteValues(ParameterHelp parameter)
    {
        if (parameter.AcceptedValues.Count > 0)
            WriteAll(Command, "parameterValueGroup", parameter.AcceptedValues, value => WriteValue(value, isRequired: false));
        if (parameter.Type != ParameterHelp.Switch) WriteValue(parameter.Type, isRequired: true);
    }

    private void WriteValue(string value, bool isRequired)
    {
        _xml.WriteStartElement("parameterValue", Command);
        WriteFlag("required", isRequired);
        WriteFlag("variableLength", false);
        _xml.WriteString(value);
        _xml.WriteEndElement();
    }

    private void WriteType(string element, TypeHelp type)
    {
        _xml.WriteStartElement(element, Command);
        WriteTypeName(type.Name);
        WriteParagraphs("description", type.Description);
        _xml.WriteEndElement();
    }

    private void WriteTypeName(string name)
    {
        _xml.WriteStartElement("type", Dev);
        _xml.WriteElementString("name", Maml, name);
        _xml.WriteEndElement();
    }

    private void WriteExample(ExampleHelp example)
    {
        _xml.WriteStartElement("example", Command);
        _xml.WriteElementString("title", Maml, $"--- {example.Title} ---");
        _xml.WriteElementString("code", Dev, example.Code);
        _xml.WriteStartElement("remarks", Dev);
        // The empty paragraph separates it from the next example.
        foreach (var paragraph in example.Remarks.Append("")) _xml.WriteElementString("para", Maml, paragraph);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteLink(LinkHelp link)
    {
        _xml.WriteStartElement("navigationLink", Maml);
        _xml.WriteElementString("linkText", Maml, link.Text);
        _xml.WriteElementString("uri", Maml, link.Address);
        _xml.WriteEndElement();
    }

    private void WriteParagraphs(string element, IEnumerable<string> paragraphs) =>
        WriteAll(Maml, element, paragraphs, paragraph => _xml.WriteElementString("para", Maml, paragraph));

    private void WriteAll<T>(string ns, string element, IEnumerable<T> items, Action<T> write)
    {
        _xml.WriteStartElement(element, ns);
        foreach (var item in items) write(item);
        _xml.WriteEndElement();
    }

    private void WriteFlag(string name, bool value) => _xml.WriteAttributeString(name, value ? "true" : "false");
}
