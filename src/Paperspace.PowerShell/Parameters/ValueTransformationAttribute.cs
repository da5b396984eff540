using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the attributes that read a single value in the forms that tables, users and other cmdlets have it in. What
/// is empty is null, where nothing else is said.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class ValueTransformationAttribute : ArgumentTransformationAttribute
{
    private protected ValueTransformationAttribute()
    {
    }

    /// <inheritdoc/>
    public sealed override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        if (value is null || ReferenceEquals(inputData, AutomationNull.Value)) return Nothing;
        return value is string text
            ? string.IsNullOrWhiteSpace(text) ? Nothing : FromText(text.Trim())
            : FromValue(value);
    }

    /// <summary>Gets what an empty cell or null means.</summary>
    private protected virtual object? Nothing => null;

    /// <summary>Returns the value that a text means.</summary>
    private protected abstract object? FromText(string text);

    /// <summary>Returns the value that another value means.</summary>
    private protected virtual object? FromValue(object value) => value;

    /// <summary>Returns the error for what cannot be read.</summary>
    private protected static ArgumentTransformationMetadataException Invalid(string message) => new(TerminalText.Sanitize(message));
}
