using System.Globalization;

namespace Paperspace.Simulator.Server;

/// <summary>Holds what the command line asks for.</summary>
internal sealed record ServerArguments
{
    private const int MostMachines = 1_000_000;

    public const string Help = """
        Serves a simulated Paperspace account, on http://127.0.0.1 only: the V1 API below /v1, the Core API elsewhere.

        Usage: Paperspace.Simulator.Server [options]

          --port PORT        the port to listen on; 0, the default, takes any that is free
          --speed FACTOR     how many times faster than the real service machines change; 1 by default
          --machines COUNT   how many machines the account has at the start; 0 by default
          --api-key KEY      the key to accept, may be given several times; without it any key is accepted
          --latency MS       how many milliseconds each response takes; 0 by default
          --seed NUMBER      decides ids, addresses, durations and capacity; 1 by default
          --scarce TYPES     the machine types, between commas, that can be had in one of their regions for one minute in ten only;
                             may be given several times; without it every type can always be had
          --help             shows this
        """;

    public int Port { get; private init; }

    public bool WantsHelp { get; private init; }

    public SimulatorOptions Options { get; private init; } = new() { Jitter = 0.1 };

    /// <exception cref="UsageException">An option is unknown or its value is not one that it takes.</exception>
    public static ServerArguments Parse(IEnumerable<string> arguments)
    {
        var parsed = new ServerArguments();
        using var rest = arguments.GetEnumerator();
        while (rest.MoveNext())
            parsed = parsed.With(rest.Current, rest);
        return parsed;
    }

    private ServerArguments With(string argument, IEnumerator<string> rest)
    {
        var parts = argument.Split('=', 2);
        string Value(string takes) =>
            parts.Length == 2 ? parts[1] : rest.MoveNext() ? rest.Current : throw new UsageException(parts[0], takes, null);
        return parts[0] switch
        {
            "--port" => this with { Port = Whole(parts[0], 0, 65535, Value) },
            "--speed" => this with { Options = Options with { Speed = Factor(parts[0], Value) } },
            "--machines" => this with { Options = Options with { Machines = Whole(parts[0], 0, MostMachines, Value) } },
            "--api-key" => this with { Options = Options with { ApiKeys = [.. Options.ApiKeys, Key(parts[0], Value)] } },
            "--latency" => this with { Options = Options with { Latency = TimeSpan.FromMilliseconds(Whole(parts[0], 0, 600_000, Value)) } },
            "--seed" => this with { Options = Options with { RandomSeed = Whole(parts[0], int.MinValue, int.MaxValue, Value) } },
            "--scarce" => this with { Options = Options with { CapacitySchedule = Scarce(parts[0], Value) } },
            "--help" or "-h" or "-?" => this with { WantsHelp = true },
            _ => throw new UsageException($"There is no option '{argument}'."),
        };
    }

    private static int Whole(string option, int least, int most, Func<string, string> value)
    {
        var takes = $"a whole number from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}";
        var text = value(takes);
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            ? number
            : throw new UsageException(option, takes, text);
    }

    private static double Factor(string option, Func<string, string> value)
    {
        const string Takes = "a number more than 0";
        var text = value(Takes);
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var factor)
            && double.IsFinite(factor)
            && factor > 0
            ? factor
            : throw new UsageException(option, Takes, text);
    }

    private CapacitySchedule Scarce(string option, Func<string, string> value)
    {
        const string Takes = "machine types such as P4000,A100";
        var text = value(Takes);
        var types = text.Split(',', StringSplitOptions.TrimEntries);
        if (types.Contains(""))
            throw new UsageException(option, Takes, text);
        if (Array.Find(types, type => !CapacitySchedule.KnownMachineTypes.Contains(type, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new UsageException(
                $"{option}: there is no machine type '{unknown}'. There are {string.Join(", ", CapacitySchedule.KnownMachineTypes)}.");
        return new CapacitySchedule { MachineTypes = [.. Options.CapacitySchedule?.MachineTypes ?? [], .. types] };
    }

    private static string Key(string option, Func<string, string> value)
    {
        const string Takes = "a key that is not empty";
        var key = value(Takes);
        return key.Length > 0 ? key : throw new UsageException(option, Takes, key);
    }
}
