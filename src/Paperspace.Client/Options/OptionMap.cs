using System.Linq.Expressions;
using System.Reflection;

namespace Paperspace.Client;

/// <summary>Maps options to the field names and values of an API's requests.</summary>
/// <typeparam name="TOptions">The type of the options.</typeparam>
internal sealed class OptionMap<TOptions>
    where TOptions : OptionSet
{
    private readonly string _apiName;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Creates an empty map.</summary>
    /// <param name="apiName">The name of the API, for errors.</param>
    public OptionMap(string apiName)
    {
        _apiName = apiName;
    }

    /// <summary>Maps an option.</summary>
    /// <param name="option">The property of the option.</param>
    /// <param name="name">The name of the field.</param>
    /// <param name="convert">Converts the value; null to keep it.</param>
    /// <param name="isSecret">Whether the value is redacted in logs.</param>
    public OptionMap<TOptions> Map<T>(
        Expression<Func<TOptions, T>> option, string name, Func<T?, object?>? convert = null, bool isSecret = false)
    {
        _entries.Add(
            Name(option), new Entry([name], (_, value) => [new(name, convert is null ? value : convert((T?)value))], isSecret, null));
        return this;
    }

    /// <summary>Maps an option to fields that also depend on other options, or to no field.</summary>
    /// <param name="option">The property of the option.</param>
    /// <param name="names">The names of all possible fields.</param>
    /// <param name="toFields">Returns the fields; a field that several options set is sent once.</param>
    public OptionMap<TOptions> Map<T>(
        Expression<Func<TOptions, T>> option,
        IReadOnlyList<string> names,
        Func<TOptions, IEnumerable<KeyValuePair<string, object?>>> toFields)
    {
        _entries.Add(Name(option), new Entry(names, (options, _) => toFields(options), false, null));
        return this;
    }

    /// <summary>Declares an option that the API does not support.</summary>
    /// <param name="option">The property of the option.</param>
    /// <param name="instead">The alternative, as a sentence.</param>
    public OptionMap<TOptions> Unsupported<T>(Expression<Func<TOptions, T>> option, string instead)
    {
        _entries.Add(Name(option), new Entry([], (_, _) => [], false, instead));
        return this;
    }

    /// <summary>Returns the fields of the options that are set, in the order in which they were set.</summary>
    /// <exception cref="PaperspaceException">The API does not support an option.</exception>
    public IReadOnlyList<KeyValuePair<string, object?>> ToFields(TOptions options)
    {
        var fields = new List<KeyValuePair<string, object?>>(options.Values.Count);
        foreach (var option in options.Values)
        {
            if (!_entries.TryGetValue(option.Key, out var entry) || entry.Instead is not null)
                throw PaperspaceException.NotSupported(
                    $"The {_apiName} API does not support {option.Key}. {entry?.Instead ?? "Leave it out."}",
                    option.Key);
            foreach (var field in entry.ToFields(options, option.Value))
                if (!fields.Exists(known => known.Key == field.Key)) fields.Add(field);
        }

        return fields;
    }

    /// <summary>Returns the options by field name; if several options map to a field, one that is set.</summary>
    public IReadOnlyDictionary<string, string> GetParameters(TOptions options)
    {
        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var entry in _entries)
            foreach (var name in entry.Value.Names)
                if (options.IsSet(entry.Key) || !parameters.ContainsKey(name))
                    parameters[name] = entry.Key;
        return parameters;
    }

    /// <summary>Returns the values to redact in logs.</summary>
    public IReadOnlyList<string> GetSecrets(TOptions options) =>
        [
            .. options
                .Values.Where(option => _entries.TryGetValue(option.Key, out var entry) && entry.IsSecret)
                .Select(option => option.Value)
                .OfType<string>(),
        ];

    private static string Name<T>(Expression<Func<TOptions, T>> option) => ((PropertyInfo)((MemberExpression)option.Body).Member).Name;

    private sealed record Entry(
        IReadOnlyList<string> Names,
        Func<TOptions, object?, IEnumerable<KeyValuePair<string, object?>>> ToFields,
        bool IsSecret,
        string? Instead);
}
