namespace Paperspace.PowerShell;

/// <summary>Holds a string or null. PowerShell turns $null into an empty string for parameters of type string; here both mean
/// null.</summary>
public sealed class NullableString
{
    /// <summary>Creates a value; an empty string means null.</summary>
    public NullableString(string value)
    {
        Value = string.IsNullOrWhiteSpace(value) ? null : value;
    }

    /// <summary>Gets the string.</summary>
    public string? Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
