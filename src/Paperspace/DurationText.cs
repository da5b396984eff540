using System.Globalization;

namespace Paperspace;

/// <summary>Formats lengths of time as people read them.</summary>
internal static class DurationText
{
    /// <summary>Returns a length of time in its one or two largest units, such as <c>20 s</c>, <c>1 min 30 s</c> or <c>2 h</c>.</summary>
    public static string Format(TimeSpan duration)
    {
        var rounded = duration < TimeSpan.FromSeconds(10) ? duration : TimeSpan.FromSeconds(Math.Round(duration.TotalSeconds));
        return rounded switch
        {
            { TotalDays: >= 1 } => Join(rounded.Days, "d", rounded.Hours, "h"),
            { TotalHours: >= 1 } => Join(rounded.Hours, "h", rounded.Minutes, "min"),
            { TotalMinutes: >= 1 } => Join(rounded.Minutes, "min", rounded.Seconds, "s"),
            _ => string.Format(CultureInfo.InvariantCulture, "{0:0.#} s", rounded.TotalSeconds),
        };
    }

    private static string Join(int large, string largeUnit, int small, string smallUnit) => small == 0
        ? FormattableString.Invariant($"{large} {largeUnit}")
        : FormattableString.Invariant($"{large} {largeUnit} {small} {smallUnit}");
}
