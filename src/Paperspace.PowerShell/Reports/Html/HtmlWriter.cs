using System.Xml;

namespace Paperspace.PowerShell;

/// <summary>Writes the elements of a page. Text is escaped, and control characters that could reorder or hide other text are
/// removed.</summary>
internal sealed class HtmlWriter : IDisposable
{
    private readonly XmlWriter _xml;

    public HtmlWriter(TextWriter output)
    {
        output.Write("<!DOCTYPE html>");
        _xml = XmlWriter.Create(
            output,
            new XmlWriterSettings
            {
                OmitXmlDeclaration = true,
                CheckCharacters = false,
                NewLineHandling = NewLineHandling.None,
            });
    }

    /// <summary>Opens an element, which the returned object closes when disposed.</summary>
    public IDisposable Open(string name, params (string Name, string Value)[] attributes)
    {
        _xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) _xml.WriteAttributeString(attribute, TerminalText.Sanitize(value));
        return new OpenElement(_xml);
    }

    public void Element(string name, string? text, params (string Name, string Value)[] attributes)
    {
        using (Open(name, attributes)) Text(text);
    }

    public void Void(string name, params (string Name, string Value)[] attributes)
    {
        _xml.WriteStartElement(name);
        foreach (var (attribute, value) in attributes) _xml.WriteAttributeString(attribute, value);
        _xml.WriteEndElement();
    }

    public void Text(string? text)
    {
        if (!string.IsNullOrEmpty(text)) _xml.WriteString(TerminalText.Sanitize(text));
    }

    /// <summary>Writes a style sheet, which is not escaped.</summary>
    public void Style(string css)
    {
        _xml.WriteStartElement("style");
        _xml.WriteRaw(css);
        _xml.WriteFullEndElement();
    }

    public void Dispose() => _xml.Dispose();

    private sealed class OpenElement(XmlWriter xml) : IDisposable
    {
        // Browsers ignore a self-closing slash in HTML and would nest what follows.
        public void Dispose() => xml.WriteFullEndElement();
    }
}
