using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Paperspace.Simulator;

/// <summary>Reads this assembly's copy of the price list that ships with the module.</summary>
internal static class SimulatedPriceList
{
    private const string Resource = "Paperspace.prices.json";

    private static readonly JObject Root = Read();

    /// <summary>Gets the machine types by name, except those without a price.</summary>
    public static IReadOnlyDictionary<string, ListedMachineType> MachineTypes { get; } = Root["machineTypes"]!
        .Where(type => (decimal?)type["hourly"] is not null && (decimal?)type["monthly"] is not null)
        .ToDictionary(
        type => (string)type["name"]!,
        type => new ListedMachineType(
            (int)type["vcpus"]!,
            (decimal)type["memoryGB"]!,
            (int)type["gpus"]!,
            (decimal?)type["gpuMemoryGB"] ?? 0,
            Rate(type["hourly"]!),
            Rate(type["monthly"]!)),
        StringComparer.Ordinal);

    /// <summary>Gets the monthly prices of disks, smallest disk first.</summary>
    public static IReadOnlyList<(int SizeGB, decimal Monthly)> Disks { get; } =
        [.. Root["disks"]!.Select(disk => ((int)disk["sizeGB"]!, Rate(disk["monthly"]!))).OrderBy(disk => disk.Item1)];

    /// <summary>Formats a rate with at least two decimals, as the APIs do.</summary>
    private static decimal Rate(JToken rate) => (decimal)rate + 0.00m;

    private static JObject Read()
    {
        using var stream = typeof(SimulatedPriceList).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new JsonTextReader(new StreamReader(stream)) { FloatParseHandling = FloatParseHandling.Decimal };
        return JObject.Load(reader);
    }
}
