namespace Paperspace.PowerShell;

/// <summary>Selects machines: by what the API filters, and as they come by names, by filters of several values, and by a limit and a
/// skip.</summary>
internal sealed class MachineQuery
{
    /// <summary>What other tools call these states.</summary>
    private static readonly Dictionary<string, string> StateSynonyms = new(StringComparer.OrdinalIgnoreCase)
    {
        ["active"] = MachineStates.Ready,
        ["on"] = MachineStates.Ready,
        ["running"] = MachineStates.Ready,
        ["deallocated"] = MachineStates.Off,
        ["stopped"] = MachineStates.Off,
        ["terminated"] = MachineStates.Off,
    };

    private readonly NameMatcher? _names;
    private readonly List<ValueFilter> _values = [];
    private int? _left;
    private int _skip;

    /// <summary>Creates a query.</summary>
    /// <param name="cmdlet">The cmdlet whose parameters take several values.</param>
    /// <param name="filter">What the API filters.</param>
    /// <param name="names">The names, with wildcards; null for any.</param>
    /// <param name="limit">The greatest number of machines; null for all.</param>
    /// <param name="skip">The number of matching machines to pass over first.</param>
    /// <exception cref="PaperspaceException">A filter has an empty list.</exception>
    public MachineQuery(GetPsMachineCommand cmdlet, MachineFilter filter, IReadOnlyCollection<string>? names, int? limit, int skip)
    {
        Filter = filter;
        _names = names is null ? null : new NameMatcher(names);
        (_left, _skip) = (limit, skip);
        Add(cmdlet, nameof(cmdlet.State), "state", cmdlet.State, MachineStates.Known, machine => machine.State, value => filter.State = value);
        Add(
            cmdlet,
            nameof(cmdlet.Region),
            "region",
            cmdlet.Region,
            Regions.Known,
            machine => machine.Region,
            value => filter.Region = value);
        Add(
            cmdlet,
            nameof(cmdlet.AgentType),
            "agent type",
            cmdlet.AgentType,
            AgentTypes.Known,
            machine => machine.AgentType,
            value => filter.AgentType = value);
        Add(
            cmdlet,
            nameof(cmdlet.MachineType),
            "machine type",
            cmdlet.MachineType,
            MachineTypes.Known,
            machine => machine.MachineType,
            null);
    }

    /// <summary>Gets what the API filters.</summary>
    public MachineFilter Filter { get; }

    /// <summary>Gets whether machines are matched as they come too.</summary>
    public bool MatchesHere => _names is not null || _values.Any(value => !value.IsSent);

    /// <summary>Gets whether as many machines as wanted have been taken.</summary>
    public bool IsFull => _left <= 0;

    /// <summary>Gets or sets whether a machine has matched.</summary>
    public bool HasMatched { get; set; }

    /// <summary>Gets the names without wildcards that matched nothing.</summary>
    public IReadOnlyCollection<string> UnmatchedNames => _names?.UnmatchedNames ?? [];

    /// <summary>Gets the names with wildcards that matched nothing.</summary>
    public IReadOnlyCollection<string> UnmatchedPatterns => _names?.UnmatchedPatterns ?? [];

    /// <summary>Takes a machine where it matches and is neither passed over nor beyond the limit.</summary>
    public bool Take(Machine machine)
    {
        if (IsFull || !_values.TrueForAll(value => value.IsSent || value.Matches(machine))) return false;
        if (_names?.Matches(machine.Name) == false) return false;
        HasMatched = true;
        if (_skip > 0)
        {
            _skip--;
            return false;
        }

        _left--;
        return true;
    }

    /// <summary>Gets whether <see cref="GetUnknownValueWarnings"/> needs the machines of the account.</summary>
    public bool HasHardwareFilter => Filter.Gpu is { Length: > 0 } || Filter.Ram is not null;

    /// <summary>Returns the warnings about values that are not known, for a query that matched nothing.</summary>
    /// <param name="machines">The machines of the account, for their hardware.</param>
    public IEnumerable<string> GetUnknownValueWarnings(IReadOnlyList<Machine> machines) => _values
        .SelectMany(value => value.GetUnknownValueWarnings())
        .Concat(GetUnknownHardware(machines).Select(unknown => $"No machine matched. {unknown}".TrimEnd()));

    private IEnumerable<string> GetUnknownHardware(IReadOnlyList<Machine> machines)
    {
        var types = HardwareValues.ReadTypes();
        if (Filter.Gpu is { Length: > 0 } gpu && HardwareValues.FindUnknownGpu(gpu, machines, types) is { } unknownGpu)
            yield return unknownGpu;
        if (Filter.Ram is { } ram && HardwareValues.FindUnknownMemory(ram, machines, types) is { } unknownRam) yield return unknownRam;
    }

    private void Add(
        GetPsMachineCommand cmdlet,
        string parameter,
        string noun,
        NullableString?[]? given,
        IReadOnlyList<string> known,
        Func<Machine, string?> read,
        Action<string?>? send)
    {
        if (!cmdlet.MyInvocation.BoundParameters.ContainsKey(parameter)) return;
        var values = given is null ? [null] : given.Select(value => value?.Value).ToArray();
        if (values.Length == 0)
            throw PaperspaceException.InvalidRequest(
                $"-{parameter} is an empty list. Specify a value, or $null for machines without one.",
                parameter);
        var isSent = values.Length == 1 && send is not null;
        if (isSent) send!(values[0]);
        _values.Add(new ValueFilter(noun, values, known, read, isSent));
    }

    private sealed class ValueFilter
    {
        private readonly string _noun;
        private readonly HashSet<string> _values;
        private readonly IReadOnlyList<string> _known;
        private readonly Func<Machine, string?> _read;

        public ValueFilter(
            string noun,
            IEnumerable<string?> values,
            IReadOnlyList<string> known,
            Func<Machine, string?> read,
            bool isSent)
        {
            (_noun, _known, _read, IsSent) = (noun, known, read, isSent);
            _values = new HashSet<string>(values.Select(Normalize), StringComparer.OrdinalIgnoreCase);
        }

        /// <summary>Gets whether the API filters by it.</summary>
        public bool IsSent { get; }

        public bool Matches(Machine machine) => _values.Contains(Normalize(_read(machine)));

        public IEnumerable<string> GetUnknownValueWarnings()
        {
            foreach (var value in _values.Where(value => value.Length > 0 && !_known.Contains(value, StringComparer.OrdinalIgnoreCase)))
                yield return "No machine matched. "
                    + (StateSynonyms.TryGetValue(value, out var state) && _known.Contains(state)
                        ? $"'{TerminalText.Sanitize(value)}' is not a known {_noun}. Did you mean '{state}'?"
                        : SimilarNames.DescribeUnknown(value, _noun, [.. _known.Select(known => Regions.Normalize(known)!).Distinct()]));
        }

        private static string Normalize(string? value) => value is null ? "" : Regions.FullName(value.Trim());
    }
}
