using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Numerics;

namespace Paperspace.PowerShell;

/// <summary>Reads numbers from strings, invariantly: the engine would read '12,50' as 1250. A comma is an error, since it is a decimal sign
/// to some and a separator of thousands to others.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NumberTransformationAttribute : ValueTransformationAttribute
{
    /// <summary>Gets or sets whether the number may have a fraction, such as an amount of money.</summary>
    public bool AllowsFraction { get; set; }

    /// <summary>Gets or sets whether null and empty strings are errors; otherwise they are null.</summary>
    public bool IsRequired { get; set; }

    /// <inheritdoc/>
    private protected override object? Nothing => IsRequired ? throw Invalid("The value is empty. Specify a number.") : null;

    /// <summary>Reads a number from a string as PowerShell does, without its separators of thousands.</summary>
    /// <exception cref="ArgumentTransformationMetadataException">The string has a comma.</exception>
    internal static bool TryRead(string text, out decimal number)
    {
        if (text.Contains(','))
            throw Invalid(
                $"'{text}' has a comma, which means a decimal sign or a separator of thousands. "
                + $"Specify {text.Replace(',', '.')} or {text.Replace(",", "")}.");
        return LanguagePrimitives.TryConvertTo(text, CultureInfo.InvariantCulture, out number);
    }

    /// <inheritdoc/>
    private protected override object? FromText(string text) =>
        TryRead(text, out var number) ? Check(number, text) : throw Invalid($"'{text}' is not a {Noun}.");

    /// <inheritdoc/>
    private protected override object? FromValue(object value) => value switch
    {
        IList { Count: 1 } list => Transform(null!, list[0]!),
        // PowerShell reads 100,50 as two numbers.
        IList => throw Invalid($"Several values were given. Specify one {Noun}, with a decimal point if it has a fraction."),
        decimal or double or float => LanguagePrimitives.TryConvertTo<decimal>(value, CultureInfo.InvariantCulture, out var number)
            ? Check(number, value)
            : throw Invalid($"{Convert.ToString(value, CultureInfo.InvariantCulture)} is not a {Noun}."),
        BigInteger number => number >= long.MinValue && number <= long.MaxValue
            ? (long)number
            : throw Invalid($"{number} is too large."),
        _ => value,
    };

    private string Noun => AllowsFraction ? "number" : "whole number";

    private decimal Check(decimal number, object given) => AllowsFraction || number == decimal.Truncate(number)
        ? number
        : throw Invalid($"{Convert.ToString(given, CultureInfo.InvariantCulture)} is not a whole number.");
}
