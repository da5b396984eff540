using System.Runtime.CompilerServices;

namespace Paperspace;

/// <summary>Holds options by the names of their properties, and knows which were set: what was never set is not sent, what was set to
/// null is sent as none.</summary>
public abstract class OptionSet
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Gets the options that were set, by the names of their properties.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Returns whether an option was set, to null too.</summary>
    /// <param name="option">The name of its property.</param>
    public bool IsSet(string option) => _values.ContainsKey(option);

    /// <summary>Returns an option's value; the default if it was not set.</summary>
    protected T? Get<T>([CallerMemberName] string option = "") => _values.TryGetValue(option, out var value) ? (T?)value : default;

    /// <summary>Sets an option.</summary>
    protected void Set(object? value, [CallerMemberName] string option = "") => _values[option] = value;

    /// <summary>Checks that an option is not empty.</summary>
    /// <exception cref="PaperspaceException">It has none.</exception>
    protected static void Require(string? value, string option)
    {
        if (string.IsNullOrWhiteSpace(value)) throw PaperspaceException.InvalidRequest($"{option} is empty. Give it a value.", option);
    }

    /// <summary>Copies the options that another set has.</summary>
    protected void CopyFrom(OptionSet other)
    {
        foreach (var option in other._values) _values[option.Key] = option.Value;
    }
}
