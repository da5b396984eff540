using System.Xml.Linq;

namespace Paperspace.Views.Tests;

/// <summary>The module's views of one kind, in a file of their own.</summary>
internal static class ModuleViews
{
    /// <summary>Writes the file and gives its path.</summary>
    public static string Write(ViewKind kind)
    {
        var views = XDocument.Load(ModuleFiles.Formats);
        views.Descendants("View").Where(view => KindOf(view) != kind).Remove();
        foreach (var table in views.Descendants("TableControl")) SizeByAllRows(table);
        var path = Path.Combine(AppContext.BaseDirectory, $"{kind}.format.ps1xml");
        views.Save(path);
        return path;
    }

    private static ViewKind KindOf(XElement view)
    {
        if (view.Element("GroupBy") is not null) return ViewKind.Region;
        if (view.Element("ListControl") is not null) return ViewKind.List;
        return view.Element("WideControl") is not null ? ViewKind.Wide : ViewKind.Table;
    }

    private static void SizeByAllRows(XElement table)
    {
        if (table.Element("TableHeaders")!.Elements().First().Element("Width") is null) table.AddFirst(new XElement("AutoSize"));
    }
}
