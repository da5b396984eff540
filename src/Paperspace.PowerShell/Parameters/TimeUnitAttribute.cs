using System.Globalization;
using System.Numerics;

namespace Paperspace.PowerShell;

/// <summary>Base of the attributes that take a bare number of any type for a length of time in one unit; PowerShell would take it for ticks of 100 ns.</summary>
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
    private protected override object? FromText(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? FromNumber(number) : text;

    /// <inheritdoc/>
    private protected override object? FromValue(object value) => value switch
    {
        BigInteger number => FromNumber((double)number),
        Enum or bool or char or DateTime => value,
        IConvertible number => FromNumber(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => value,
    };

    private TimeSpan FromNumber(double number) => number >= 0 && number <= Most.TotalSeconds / _unit.TotalSeconds
        ? TimeSpan.FromSeconds(number * _unit.TotalSeconds)
        : throw Invalid(
            $"{number.ToString(CultureInfo.InvariantCulture)} is not a length of time here: give {_name} from 0 to a year, or a TimeSpan such as '{_example}'.");
}
