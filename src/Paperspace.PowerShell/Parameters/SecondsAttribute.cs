using System.Globalization;
using System.Numerics;

namespace Paperspace.PowerShell;

/// <summary>Takes a bare number of any type for seconds, as <c>Wait-Job</c> does; PowerShell would take it for ticks of 100 ns. A text may name
/// the unit: <c>90s</c>, <c>10m</c> or <c>2h</c>; not days, since <c>1d</c> is a decimal number to PowerShell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : ValueTransformationAttribute
{
    private const double MostSeconds = 366d * 24 * 3600;

    /// <inheritdoc/>
    private protected override object? FromText(string text)
    {
        var unit = FindUnit(text[text.Length - 1]);
        var number = unit is null ? text : text.Substring(0, text.Length - 1);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var count) ? FromSeconds(count * (unit ?? 1)) : text;
    }

    /// <inheritdoc/>
    private protected override object? FromValue(object value) => value switch
    {
        BigInteger seconds => FromSeconds((double)seconds),
        Enum or bool or char or DateTime => value,
        IConvertible seconds => FromSeconds(seconds.ToDouble(CultureInfo.InvariantCulture)),
        _ => value,
    };

    private static double? FindUnit(char letter) => char.ToLowerInvariant(letter) switch
    {
        's' => 1,
        'm' => 60,
        'h' => 3600,
        _ => null,
    };

    private static TimeSpan FromSeconds(double seconds) => seconds is >= 0 and <= MostSeconds
        ? TimeSpan.FromSeconds(seconds)
        : throw Invalid(
            $"{seconds.ToString(CultureInfo.InvariantCulture)} is not a length of time here: give seconds from 0 to a year, a text with its unit such as '2h', or a TimeSpan such as '00:10:00'.");
}
