namespace Paperspace.Simulator;

/// <summary>Holds a value that may have been left out, which is not the same as null.</summary>
internal readonly record struct Optional<T>
{
    private readonly T _value;
    private readonly bool _isSet;

    public Optional(T value)
    {
        _value = value;
        _isSet = true;
    }

    public static implicit operator Optional<T>(T value) => new(value);

    /// <summary>Returns the value, or another one where it was left out.</summary>
    public T Or(T other) => _isSet ? _value : other;
}
