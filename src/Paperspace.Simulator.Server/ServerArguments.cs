using System.Globalization;

namespace Paperspace.Simulator.Server;

/// <summary>Represents the command line.</summary>
internal sealed record ServerArguments
{
    private const int MaxMachines = 1_000_000;
    private const int MaxLagSeconds = 3600;

    public const string Help = """
        Serves a simulated Paperspace account on http://127.0.0.1 only: the V1 API below /v1, the Core API elsewhere.

        Usage: Paperspace.Simulator.Server [options]

          --port PORT              the port to listen on; 0, the default, selects a free one
          --speed FACTOR           how much faster than in reality machines change; 1 by default
          --machines COUNT         how many machines the account starts with; 0 by default
          --api-key KEY            a key to accept, may be repeated; any key is accepted by default
          --latency MS             how many milliseconds each response takes; 0 by default
          --seed NUMBER            the seed of ids, addresses, durations, capacity and faults; 1 by default
          --scarce TYPES           machine types, separated by commas, that are available in one of their regions for one minute in ten,
                                   may be repeated; every type is always available by default

        Responses that lag behind what the account has accepted, in seconds at speed 1:

          --lag SECONDS            sets the four options below; 0 for none
          --creation-lag SECONDS   how long a new machine answers 404 and is missing from lists; 1 by default
          --removal-lag SECONDS    how long a removed machine is still shown; 1 by default
          --state-lag SECONDS      how old the state of a machine is; 2 by default
          --event-lag SECONDS      how old events are; until then a new one answers 404; 2 by default

        Faults, as a percentage from 0 to 100; 0 by default:

          --lost-events PERCENT        events that are never shown
          --shuffled-events PERCENT    lists of events in random order
          --failed-deletions PERCENT   deletions after which the machine is missing for a while and then returns
          --fault KIND:PERCENT[:PATH]  requests with a fault, may be repeated; PATH is a regular expression, such as /machines$

        Kinds of faults:

          error      500 from the API; the request has no effect
          lost       500 from the API, although the request took effect
          not-found  404 from the API; the request has no effect
          limit      429 from the API, with Retry-After: 1
          page       403 with the HTML page of a proxy; the request has no effect
          cut        the request takes effect, and the connection is dropped after half of the body
          drop       the request takes effect, and the connection is dropped without a response

          --help                   shows this text
        """;

    private static readonly Dictionary<string, SimulatedFault> FaultKinds = new(StringComparer.Ordinal)
    {
        ["error"] = new() { Status = 500, HasApiBody = true },
        ["lost"] = new() { Status = 500, HasApiBody = true, AfterEffect = true },
        ["not-found"] = new() { Status = 404, HasApiBody = true },
        ["limit"] = new() { Status = 429, HasApiBody = true, RetryAfter = TimeSpan.FromSeconds(1) },
        ["page"] = SimulatedFault.ProxyPage(),
        ["cut"] = new() { CutsBody = true },
        ["drop"] = new() { DropsConnection = true, AfterEffect = true },
    };

    public int Port { get; private init; }

    public bool WantsHelp { get; private init; }

    public SimulatorOptions Options { get; private init; } = new() { Jitter = 0.1, Lag = SimulatorLagOptions.Small };

    /// <exception cref="UsageException">An option is unknown, or its value is invalid.</exception>
    public static ServerArguments Parse(IEnumerable<string> arguments)
    {
        var parsed = new ServerArguments();
        using var rest = arguments.GetEnumerator();
        while (rest.MoveNext())
        {
            var parts = rest.Current.Split('=', 2);
            parsed = parsed.With(new Option(parts[0], parts.Length == 2 ? parts[1] : null, rest));
        }

        return parsed;
    }

    private ServerArguments With(Option option) => option.Name switch
    {
        "--port" => this with { Port = option.Whole(0, 65535) },
        "--speed" => With(Options with { Speed = option.Number("a number more than 0", number => number > 0) }),
        "--machines" => With(Options with { Machines = option.Whole(0, MaxMachines) }),
        "--api-key" => With(Options with { ApiKeys = [.. Options.ApiKeys, option.Key()] }),
        "--latency" => With(Options with { Latency = TimeSpan.FromMilliseconds(option.Whole(0, 600_000)) }),
        "--seed" => With(Options with { RandomSeed = option.Whole(int.MinValue, int.MaxValue) }),
        "--scarce" => With(Options with { CapacitySchedule = Scarce(option) }),
        "--lag" => With(LagOfAll(option.Seconds(MaxLagSeconds))),
        "--creation-lag" => With(Options.Lag with { Creation = option.Seconds(MaxLagSeconds) }),
        "--removal-lag" => With(Options.Lag with { Removal = option.Seconds(MaxLagSeconds) }),
        "--state-lag" => With(Options.Lag with { State = option.Seconds(MaxLagSeconds) }),
        "--event-lag" => With(Options.Lag with { Events = option.Seconds(MaxLagSeconds) }),
        "--lost-events" => With(Options with { LostEvents = option.Share() }),
        "--shuffled-events" => With(Options with { ShuffledEvents = option.Share() }),
        "--failed-deletions" => With(Options with { FailedDeletions = option.Share() }),
        "--fault" => With(Options with { Faults = [.. Options.Faults, Fault(option)] }),
        "--help" or "-h" or "-?" => this with { WantsHelp = true },
        _ => throw new UsageException($"There is no option '{option.Name}'."),
    };

    private ServerArguments With(SimulatorOptions options) => this with { Options = options };

    private ServerArguments With(SimulatorLagOptions lag) => With(Options with { Lag = lag });

    private static SimulatorLagOptions LagOfAll(TimeSpan lag) => new() { Creation = lag, Removal = lag, State = lag, Events = lag };

    private CapacitySchedule Scarce(Option option)
    {
        const string Takes = "machine types such as P4000,A100";
        var value = option.Value(Takes);
        var types = value.Split(',', StringSplitOptions.TrimEntries);
        if (types.Contains("")) throw option.Invalid(Takes, value);
        if (Array.Find(types, type => !CapacitySchedule.KnownMachineTypes.Contains(type, StringComparer.OrdinalIgnoreCase)) is { } unknown)
            throw new UsageException(
                $"{option.Name}: there is no machine type '{unknown}'. Known types: "
                    + $"{string.Join(", ", CapacitySchedule.KnownMachineTypes)}.");
        return new CapacitySchedule { MachineTypes = [.. Options.CapacitySchedule?.MachineTypes ?? [], .. types] };
    }

    private static SimulatedFault Fault(Option option)
    {
        var takes = $"KIND:PERCENT[:PATH], with one of the kinds {string.Join(", ", FaultKinds.Keys)}";
        var value = option.Value(takes);
        var parts = value.Split(':', 3);
        if (parts.Length < 2 || !FaultKinds.TryGetValue(parts[0], out var fault) || Option.ParseShare(parts[1]) is not { } share)
            throw option.Invalid(takes, value);
        try
        {
            return fault with { Times = int.MaxValue, Probability = share, Path = parts.Length == 3 ? parts[2] : null };
        }
        catch (ArgumentException)
        {
            throw option.Invalid(takes, value);
        }
    }

    /// <summary>Reads one option, whose value follows an equals sign or is the next argument.</summary>
    private sealed class Option(string name, string? value, IEnumerator<string> rest)
    {
        public string Name => name;

        public static double? ParseShare(string text) =>
            double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and <= 100
                ? percent / 100
                : null;

        public string Value(string takes) =>
            value ?? (rest.MoveNext() ? rest.Current : throw new UsageException(name, takes, null));

        public UsageException Invalid(string takes, string rejected) => new(name, takes, rejected);

        public int Whole(int min, int max)
        {
            var takes = string.Create(CultureInfo.InvariantCulture, $"a whole number from {min} to {max}");
            var text = Value(takes);
            return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && number >= min
                && number <= max
                ? number
                : throw Invalid(takes, text);
        }

        public double Number(string takes, Predicate<double> isValid)
        {
            var text = Value(takes);
            return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number)
                && isValid(number)
                ? number
                : throw Invalid(takes, text);
        }

        public TimeSpan Seconds(int max) => TimeSpan.FromSeconds(Number(
            string.Create(CultureInfo.InvariantCulture, $"a number of seconds from 0 to {max}"), number => number >= 0 && number <= max));

        public double Share()
        {
            const string Takes = "a percentage from 0 to 100";
            var text = Value(Takes);
            return ParseShare(text) ?? throw Invalid(Takes, text);
        }

        public string Key()
        {
            const string Takes = "a key that is not empty";
            var key = Value(Takes);
            return key.Length > 0 ? key : throw Invalid(Takes, key);
        }
    }
}
