using System.Globalization;
using System.Numerics;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the attributes that take a bare number of any type for a length of time in one unit; PowerShell would take
/// it for ticks of 100 ns. A text may name the unit: <c>90s</c>, <c>10m</c> or <c>2h</c>; not days, since <c>1d</c> is a decimal number to
/// PowerShell.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class TimeUnitAttribute : ValueTransformationAttribute
{
    private static readonly TimeSpan Most = TimeSpan.FromDays(366);

    private readonly TimeSpan _unit;
    private readonly string _name;
    private readonly string _example;

    private protected TimeUnitAttribute(TimeSpan unit, string name, string example)
    {
        (_unit, _name, _example) = (unit, name, example);
    }

    /// <inheritdoc/>
    private protected override object? FromText(string text)
    {
        if (text.Contains(','))
            throw Invalid($"'{text}' has a comma. Specify {text.Replace(',', '.')}, or a TimeSpan such as '{_example}'.");
        var unit = FindUnit(text[text.Length - 1]);
        var number = unit is null ? text : text.Substring(0, text.Length - 1);
        return double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var count)
            ? FromNumber(count, unit ?? _unit)
            : text;
    }

    /// <inheritdoc/>
    private protected override object? FromValue(object value) => value switch
    {
        BigInteger number => FromNumber((double)number, _unit),
        Enum or bool or char or DateTime => value,
        IConvertible number => FromNumber(number.ToDouble(CultureInfo.InvariantCulture), _unit),
        _ => value,
    };

    private static TimeSpan? FindUnit(char letter) => char.ToLowerInvariant(letter) switch
    {
        's' => TimeSpan.FromSeconds(1),
        'm' => TimeSpan.FromMinutes(1),
        'h' => TimeSpan.FromHours(1),
        _ => null,
    };

    private TimeSpan FromNumber(double number, TimeSpan unit) => number >= 0 && number <= Most.TotalSeconds / unit.TotalSeconds
        ? TimeSpan.FromSeconds(number * unit.TotalSeconds)
        : throw Invalid(
            $"{number.ToString(CultureInfo.InvariantCulture)} is not a length of time here: give {_name} from 0 to a year, "
            + $"a text with its unit such as '2h', or a TimeSpan such as '{_example}'.");
}
