using System.Globalization;
using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Takes a bare number for seconds, as <c>Wait-Job</c> does; PowerShell would take it for ticks of 100 ns.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecondsAttribute : ArgumentTransformationAttribute
{
    private const double MostSeconds = 366d * 24 * 3600;

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object inputData)
    {
        var value = inputData is PSObject wrapped ? wrapped.BaseObject : inputData;
        switch (value)
        {
            case string text when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds):
                return FromSeconds(seconds);
            case int or long or short or byte or uint or double or float or decimal:
                return FromSeconds(Convert.ToDouble(value, CultureInfo.InvariantCulture));
            default:
                return value;
        }
    }

    private static TimeSpan FromSeconds(double seconds) => seconds is >= 0 and <= MostSeconds
        ? TimeSpan.FromSeconds(seconds)
        : throw new ArgumentTransformationMetadataException(
            $"{seconds.ToString(CultureInfo.InvariantCulture)} is not a length of time here: give seconds from 0 to a year, or a TimeSpan such as '00:10:00'.");
}
