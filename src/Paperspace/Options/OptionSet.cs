using System.Runtime.CompilerServices;

namespace Paperspace;

/// <summary>
/// Represents options that record which of them were set. Options that were never set are not sent; options set to null
/// are sent as null.
/// </summary>
public abstract class OptionSet
{
    private readonly Dictionary<string, object?> _values = new(StringComparer.Ordinal);

    /// <summary>Gets the options that were set, by property name.</summary>
    public IReadOnlyDictionary<string, object?> Values => _values;

    /// <summary>Returns whether an option was set, even to null.</summary>
    /// <param name="option">The name of the option's property.</param>
    public bool IsSet(string option) => _values.ContainsKey(option);

    /// <summary>Returns the value of an option; the default if it was not set.</summary>
    protected T? Get<T>([CallerMemberName] string option = "") => _values.TryGetValue(option, out var value) ? (T?)value : default;

    /// <summary>Sets an option.</summary>
    protected void Set(object? value, [CallerMemberName] string option = "") => _values[option] = value;

    /// <summary>Checks that an option is not empty.</summary>
    /// <exception cref="PaperspaceException">The option is empty.</exception>
    protected static void Require(string? value, string option)
    {
        if (string.IsNullOrWhiteSpace(value)) throw PaperspaceException.InvalidRequest($"{option} is empty. Specify a value.", option);
    }

    /// <summary>Copies the options that are set in another instance.</summary>
    protected void CopyFrom(OptionSet other)
    {
        foreach (var option in other._values) _values[option.Key] = option.Value;
    }
}
