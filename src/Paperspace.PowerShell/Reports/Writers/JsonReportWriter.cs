using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;

namespace Paperspace.PowerShell;

/// <summary>Writes all data of a report as JSON, for programs.</summary>
internal sealed class JsonReportWriter : IReportWriter
{
    public bool HasByteOrderMark => false;

    public void Write(MachineReport report, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = JsonReaderWriterFactory.CreateJsonWriter(stream, new UTF8Encoding(false), ownsStream: false, indent: true))
        {
            json.WriteStartElement("root");
            json.WriteAttributeString("type", "object");
            Write(json, "CreatedAt", report.CreatedAt);
            Write(json, "Account", report.Account);
            Write(json, "PriceDate", report.PriceDate);
            Write(json, "NotCounted", report.NotCounted);
            WriteArray(json, "Months", report.Months);
            WriteArray(json, "ByMonth", report.ByMonth, ReportColumns.Sum);
            WriteArray(json, "ByKind", report.ByKind, ReportColumns.Sum);
            WriteArray(json, "ByMachine", report.ByMachine, ReportColumns.Sum);
            WriteArray(json, "Machines", report.Machines, ReportColumns.Machine);
            WriteArray(json, "Figures", report.Figures, ReportColumns.Figure);
            WriteArray(json, "Recommendations", report.Recommendations, ReportColumns.Recommendation);
            WriteArray(json, "Unread", report.Unread);
            json.WriteEndElement();
        }

        output.Write(Encoding.UTF8.GetString(stream.ToArray()));
        output.Write("\n");
    }

    private static void WriteArray(XmlDictionaryWriter json, string name, IEnumerable<string> items) =>
        WriteArray(json, name, "string", items, item => json.WriteString(item));

    private static void WriteArray<T>(
        XmlDictionaryWriter json, string name, IEnumerable<T> items, (string Name, Func<T, object?> Get)[] columns) =>
        WriteArray(json, name, "object", items, item =>
        {
            foreach (var column in columns) Write(json, column.Name, column.Get(item));
        });

    private static void WriteArray<T>(
        XmlDictionaryWriter json, string name, string itemType, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartElement(name);
        json.WriteAttributeString("type", "array");
        foreach (var item in items)
        {
            json.WriteStartElement("item");
            json.WriteAttributeString("type", itemType);
            write(item);
            json.WriteEndElement();
        }

        json.WriteEndElement();
    }

    private static void Write(XmlDictionaryWriter json, string name, object? value)
    {
        json.WriteStartElement(name);
        json.WriteAttributeString("type", value switch
        {
            null => "null",
            bool => "boolean",
            DateTimeOffset or string => "string",
            _ => "number",
        });
        if (value is not null) json.WriteString(value is bool flag ? (flag ? "true" : "false") : ReportColumns.ToText(value));
        json.WriteEndElement();
    }
}
