using System.Globalization;
using System.Management.Automation;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the attributes that read a bare number as a length of time in one unit; PowerShell would read it as ticks
/// of 100 ns. A string may have units: <c>90s</c>, <c>10m</c>, <c>1h30m</c> or <c>7d</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public abstract class TimeUnitAttribute : ValueTransformationAttribute
{
    private static readonly TimeSpan Max = TimeSpan.FromDays(366);
    private static readonly Regex Units = new(
        @"^(?<part>[0-9]+(\.[0-9]+)?[dhms])+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);

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
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)) return FromNumber(number, _unit);
        if (Units.Match(text) is { Success: true } match)
        {
            var parts = match.Groups["part"].Captures.Cast<Capture>();
            return FromNumber(parts.Sum(part => ToSeconds(part.Value)), TimeSpan.FromSeconds(1));
        }

        return TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) ? time : throw Unreadable($"'{text}'");
    }

    /// <inheritdoc/>
    private protected override object? FromValue(object value) => value switch
    {
        // PowerShell reads 7d as the decimal number 7.
        decimal days => throw Invalid(
            string.Format(CultureInfo.InvariantCulture, "{0}d is a decimal number in PowerShell. Enclose the time in quotation marks: '{0}d'.", days)),
        BigInteger number => FromNumber((double)number, _unit),
        Enum or bool or char or DateTime => value,
        IConvertible number => FromNumber(number.ToDouble(CultureInfo.InvariantCulture), _unit),
        _ => value,
    };

    private static double ToSeconds(string part)
    {
        var number = double.Parse(part.Substring(0, part.Length - 1), NumberStyles.Float, CultureInfo.InvariantCulture);
        return number * char.ToLowerInvariant(part[part.Length - 1]) switch
        {
            's' => 1,
            'm' => 60,
            'h' => 3600,
            _ => 86_400,
        };
    }

    private TimeSpan FromNumber(double number, TimeSpan unit) => number >= 0 && number <= Max.TotalSeconds / unit.TotalSeconds
        ? TimeSpan.FromSeconds(number * unit.TotalSeconds)
        : throw Unreadable(number.ToString(CultureInfo.InvariantCulture));

    private ArgumentTransformationMetadataException Unreadable(string given) => Invalid(
        $"{given} is not a length of time from 0 to a year. Specify {_name}, a string with units such as '2h' or '1h30m', or a TimeSpan such "
        + $"as '{_example}'.");
}
