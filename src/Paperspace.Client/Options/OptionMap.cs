using System.Linq.Expressions;
using System.Reflection;

namespace Paperspace.Client;

/// <summary>Maps options to the names and values that one API's requests have for them.</summary>
/// <typeparam name="TOptions">The type of the options.</typeparam>
internal sealed class OptionMap<TOptions>
    where TOptions : OptionSet
{
    private readonly string _apiName;
    private readonly Dictionary<string, Entry> _entries = new(StringComparer.Ordinal);

    /// <summary>Creates a map without entries.</summary>
    /// <param name="apiName">The API's name, for errors.</param>
    public OptionMap(string apiName)
    {
        _apiName = apiName;
    }

    /// <summary>Maps an option.</summary>
    /// <param name="option">The option's property.</param>
    /// <param name="name">The field's name in a request.</param>
    /// <param name="convert">Converts its value; null to leave it as it is.</param>
    /// <param name="isSecret">Whether its value must not be shown.</param>
    public OptionMap<TOptions> Map<T>(
        Expression<Func<TOptions, T>> option, string name, Func<T?, object?>? convert = null, bool isSecret = false)
    {
        _entries.Add(Name(option), new Entry(name, convert is null ? null : value => convert((T?)value), isSecret, null));
        return this;
    }

    /// <summary>Declares an option that the API lacks.</summary>
    /// <param name="option">The option's property.</param>
    /// <param name="instead">What to do instead, as a sentence.</param>
    public OptionMap<TOptions> Lacks<T>(Expression<Func<TOptions, T>> option, string instead)
    {
        _entries.Add(Name(option), new Entry("", null, false, instead));
        return this;
    }

    /// <summary>Returns the fields for the options that are set, in the order in which they were set.</summary>
    /// <exception cref="PaperspaceException">The API lacks one.</exception>
    public IReadOnlyList<KeyValuePair<string, object?>> ToFields(TOptions options)
    {
        var fields = new List<KeyValuePair<string, object?>>(options.Values.Count);
        foreach (var option in options.Values)
        {
            if (!_entries.TryGetValue(option.Key, out var entry) || entry.Instead is not null)
                throw PaperspaceException.NotSupported($"The {_apiName} API has no {option.Key}. {entry?.Instead ?? "Leave it out."}", option.Key);
            fields.Add(new KeyValuePair<string, object?>(entry.Name, entry.Convert is null ? option.Value : entry.Convert(option.Value)));
        }

        return fields;
    }

    /// <summary>Returns the values that must not be shown.</summary>
    public IReadOnlyList<string> GetSecrets(TOptions options) =>
        [.. options.Values.Where(option => _entries.TryGetValue(option.Key, out var entry) && entry.IsSecret).Select(option => option.Value).OfType<string>()];

    private static string Name<T>(Expression<Func<TOptions, T>> option) => ((PropertyInfo)((MemberExpression)option.Body).Member).Name;

    private sealed record Entry(string Name, Func<object?, object?>? Convert, bool IsSecret, string? Instead);
}
