using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Reads truth values as tables have them: True, False, 1 and 0, whatever their case.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class BooleanTransformationAttribute : ValueTransformationAttribute
{
    /// <inheritdoc/>
    private protected sealed override object? FromText(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "$TRUE" or "1" => true,
        "FALSE" or "$FALSE" or "0" => false,
        _ => throw Invalid($"'{text}' is neither True nor False."),
    };

    /// <inheritdoc/>
    private protected sealed override object? FromValue(object value) => value switch
    {
        SwitchParameter flag => flag.IsPresent,
        _ => value,
    };
}
