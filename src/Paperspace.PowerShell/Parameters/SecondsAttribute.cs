using System.Globalization;
using System.Numerics;

namespace Paperspace.PowerShell;

/// <summary>Takes a bare number of any type for seconds, as <c>Wait-Job</c> does; PowerShell would take it for ticks of 100 ns.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : ValueTransformationAttribute
{
    private const double MostSeconds = 366d * 24 * 3600;

    /// <inheritdoc/>
    private protected override object? FromText(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? FromSeconds(seconds) : text;

    /// <inheritdoc/>
    private protected override object? FromValue(object value) => value switch
    {
        BigInteger seconds => FromSeconds((double)seconds),
        Enum or bool or char or DateTime => value,
        IConvertible seconds => FromSeconds(seconds.ToDouble(CultureInfo.InvariantCulture)),
        _ => value,
    };

    private static TimeSpan FromSeconds(double seconds) => seconds is >= 0 and <= MostSeconds
        ? TimeSpan.FromSeconds(seconds)
        : throw Invalid(
            $"{seconds.ToString(CultureInfo.InvariantCulture)} is not a length of time here: give seconds from 0 to a year, or a TimeSpan such as '00:10:00'.");
}
