using System.Globalization;
using System.Runtime.Serialization.Json;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Paperspace.PowerShell;

/// <summary>Reads price lists: the JSON file that ships with the module, or a user's file of the same form.</summary>
internal static class PriceListFile
{
    /// <summary>The environment variable with the path of a file that replaces the shipped one.</summary>
    public const string Variable = "PAPERSPACE_PRICE_LIST";

    private const string ShippedName = "Paperspace.prices.json";
    private const int MaxDepth = 16;

    private static readonly Cache Read = new();

    /// <summary>Returns the current list. A file is read again only after it changed.</summary>
    /// <exception cref="PaperspaceException">The file is missing or not a price list.</exception>
    public static PriceList ReadCurrent()
    {
        var own = Environment.GetEnvironmentVariable(Variable);
        return Read.Get(string.IsNullOrWhiteSpace(own) ? ShippedPath : Path.GetFullPath(own.Trim()));
    }

    private static readonly string[] ModuleRoots = ["../..", "../../.."];

    private static string ShippedPath
    {
        get
        {
            // The assembly is in lib/<framework> of the module, or in a platform's folder below.
            var folder = Path.GetDirectoryName(typeof(PriceListFile).Assembly.Location)!;
            var candidates = ModuleRoots.Select(root => Path.GetFullPath(Path.Combine(folder, root, ShippedName))).ToArray();
            return Array.Find(candidates, File.Exists) ?? candidates[0];
        }
    }

    private static PriceList Parse(string path)
    {
        try
        {
            // Windows PowerShell writes a byte order mark, which the JSON reader rejects.
            var json = Encoding.UTF8.GetBytes(File.ReadAllText(path));
            using var reader = JsonReaderWriterFactory.CreateJsonReader(json, new XmlDictionaryReaderQuotas { MaxDepth = MaxDepth });
            return ToPriceList(XElement.Load(reader));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or XmlException or FormatException)
        {
            var source = Path.GetFileName(path) == ShippedName ? "" : $" (set by {Variable})";
            throw PaperspaceException.InvalidRequest($"The price list '{path}'{source} cannot be read: {failure.Message}", Variable);
        }
    }

    private static PriceList ToPriceList(XElement root)
    {
        var date = Text(root, "date");
        if (!DateTime.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            throw new FormatException($"its date is '{date}'. Write it as yyyy-MM-dd, such as \"2025-11-14\".");
        if (Text(root, "currency") is { } currency && currency != "USD")
            throw new FormatException($"its currency is '{currency}'. Only \"USD\" is supported.");
        return new PriceList
        {
            Date = date!,
            MachineTypes = [.. Items(root, "machineTypes").Select(item => ToMachineType(item, date!))],
            Disks = ToSizePrices(root, "disks"),
            Snapshots = ToSizePrices(root, "snapshots"),
            CustomTemplates = ToSizePrices(root, "customTemplates"),
            SharedDrives = ToSizePrices(root, "sharedDrives"),
            PublicIp = root.Element("publicIp") is { } address ? ToPrice(address) : null,
        };
    }

    private static MachineTypeInfo ToMachineType(XElement item, string date) => new()
    {
        MachineType = Text(item, "name") ?? throw new FormatException("a machine type has no name."),
        Gpu = Text(item, "gpu"),
        GpuCount = (int?)Number(item, "gpus"),
        GpuMemoryGB = (double?)Number(item, "gpuMemoryGB"),
        Vcpus = (int?)Number(item, "vcpus"),
        MemoryGB = (double?)Number(item, "memoryGB"),
        HourlyPrice = Number(item, "hourly"),
        MonthlyPrice = Number(item, "monthly"),
        Region = item.Element("regions") is null ? null : [.. Items(item, "regions").Select(region => region.Value)],
        Status = Text(item, "status"),
        PriceDate = date,
    };

    private static SizePrices ToSizePrices(XElement root, string name) => new(
        Items(root, name).Select(item => new KeyValuePair<double, ListPrice>(
            (double?)Number(item, "sizeGB") ?? throw new FormatException($"a price of {name} has no sizeGB."),
            ToPrice(item))));

    private static ListPrice ToPrice(XElement item) => new(Number(item, "hourly"), Number(item, "monthly"));

    private static IEnumerable<XElement> Items(XElement parent, string name) => parent.Element(name)?.Elements() ?? [];

    private static string? Text(XElement item, string name) =>
        item.Element(name) is { } found && !string.IsNullOrWhiteSpace(found.Value) ? found.Value : null;

    /// <summary>Reads a JSON number; a string is an error, since it may have a decimal comma.</summary>
    private static decimal? Number(XElement item, string name)
    {
        if (item.Element(name) is not { } found || found.Attribute("type")?.Value == "null") return null;
        return found.Attribute("type")?.Value == "number"
            && decimal.TryParse(found.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= 0
                ? number
                : throw new FormatException(
                    $"{name} of {Text(item, "name") ?? item.Name.LocalName} is '{found.Value}'. Write a number such as 0.51, or null.");
    }

    /// <summary>Caches the newest list.</summary>
    private sealed class Cache
    {
        private readonly object _gate = new();
        private (string Path, DateTime WrittenAt, PriceList List)? _newest;

        public PriceList Get(string path)
        {
            lock (_gate)
            {
                var writtenAt = File.GetLastWriteTimeUtc(path);
                if (_newest is { } newest && newest.Path == path && newest.WrittenAt == writtenAt) return newest.List;
                var list = Parse(path);
                _newest = (path, writtenAt, list);
                return list;
            }
        }
    }
}
