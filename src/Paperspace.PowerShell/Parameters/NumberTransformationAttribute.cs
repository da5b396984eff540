using System.Globalization;

namespace Paperspace.PowerShell;

/// <summary>Reads whole numbers as tables have them, in any culture.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberTransformationAttribute : ValueTransformationAttribute
{
    /// <inheritdoc/>
    private protected override object? FromText(string text) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Invalid($"'{text}' is not a whole number.");
}
