using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;

namespace Paperspace.PowerShell;

/// <summary>Writes all that is in a report as JSON, for programs.</summary>
internal sealed class JsonReportWriter : IReportWriter
{
    /// <inheritdoc/>
    public bool HasByteOrderMark => false;

    /// <inheritdoc/>
    public void Write(MachineReport report, TextWriter output)
    {
        using var stream = new MemoryStream();
        using (var json = JsonReaderWriterFactory.CreateJsonWriter(stream, new UTF8Encoding(false), ownsStream: false, indent: true))
        {
            json.WriteStartElement("root");
            json.WriteAttributeString("type", "object");
            Write(json, "CreatedAt", report.CreatedAt);
            Write(json, "Account", report.Account);
            WriteArray(json, "Months", report.Months, (item, month) => item.WriteString(month), "string");
            WriteArray(json, "ByMonth", report.ByMonth, Write);
            WriteArray(json, "ByMachine", report.ByMachine, Write);
            WriteArray(json, "Machines", report.Machines, Write);
            WriteArray(json, "Figures", report.Figures, Write);
            WriteArray(json, "Recommendations", report.Recommendations, Write);
            WriteArray(json, "Unread", report.Unread, (item, text) => item.WriteString(text), "string");
            json.WriteEndElement();
        }

        output.Write(Encoding.UTF8.GetString(stream.ToArray()));
        output.Write("\n");
    }

    private static void Write(XmlDictionaryWriter json, MachineCost cost)
    {
        Write(json, "Name", cost.Name);
        Write(json, "BillingMonth", cost.BillingMonth);
        Write(json, "MachineId", cost.MachineId);
        Write(json, "MachineCount", cost.MachineCount);
        Write(json, "FigureCount", cost.FigureCount);
        Write(json, "EstimateCount", cost.EstimateCount);
        Write(json, "UnknownCount", cost.UnknownCount);
        Write(json, "HoursUsed", cost.HoursUsed);
        Write(json, "ComputeCost", cost.ComputeCost);
        Write(json, "StorageCost", cost.StorageCost);
        Write(json, "Cost", cost.Cost);
        Write(json, "ProjectedCost", cost.ProjectedCost);
    }

    private static void Write(XmlDictionaryWriter json, ReportMachine machine)
    {
        Write(json, "Id", machine.Id);
        Write(json, "Name", machine.Name);
        Write(json, "MachineType", machine.MachineType);
        Write(json, "Region", machine.Region);
        Write(json, "State", machine.State);
    }

    private static void Write(XmlDictionaryWriter json, MachineCostFigure figure)
    {
        Write(json, "MachineId", figure.MachineId);
        Write(json, "MachineName", figure.MachineName);
        Write(json, "MachineType", figure.MachineType);
        Write(json, "Region", figure.Region);
        Write(json, "State", figure.State);
        Write(json, "UserId", figure.UserId);
        Write(json, "BillingMonth", figure.BillingMonth);
        Write(json, "HoursUsed", figure.HoursUsed);
        Write(json, "ComputeCost", figure.ComputeCost);
        Write(json, "StorageCost", figure.StorageCost);
        Write(json, "Cost", figure.Cost);
        Write(json, "ProjectedCost", figure.ProjectedCost);
        Write(json, "IsEstimate", figure.IsEstimate);
        Write(json, "MissingData", figure.MissingData);
    }

    private static void Write(XmlDictionaryWriter json, CostRecommendation item)
    {
        Write(json, "Kind", item.Kind.ToString());
        Write(json, "ResourceKind", item.ResourceKind);
        Write(json, "ResourceId", item.ResourceId);
        Write(json, "ResourceName", item.ResourceName);
        Write(json, "Region", item.Region);
        Write(json, "Reason", item.Reason);
        Write(json, "Since", item.Since);
        Write(json, "MonthlyCost", item.MonthlyCost);
        Write(json, "IsEstimate", item.IsEstimate);
        Write(json, "Command", item.Command);
    }

    private static void WriteArray<T>(
        XmlDictionaryWriter json, string name, IEnumerable<T> items, Action<XmlDictionaryWriter, T> write, string itemType = "object")
    {
        json.WriteStartElement(name);
        json.WriteAttributeString("type", "array");
        foreach (var item in items)
        {
            json.WriteStartElement("item");
            json.WriteAttributeString("type", itemType);
            write(json, item);
            json.WriteEndElement();
        }

        json.WriteEndElement();
    }

    private static void Write(XmlDictionaryWriter json, string name, object? value)
    {
        json.WriteStartElement(name);
        var (type, text) = value switch
        {
            null => ("null", ""),
            bool flag => ("boolean", flag ? "true" : "false"),
            DateTimeOffset time => ("string", time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture)),
            string other => ("string", other),
            IFormattable number => ("number", number.ToString(null, CultureInfo.InvariantCulture)),
            _ => ("string", value.ToString() ?? ""),
        };
        json.WriteAttributeString("type", type);
        if (type != "null") json.WriteString(text);
        json.WriteEndElement();
    }
}
