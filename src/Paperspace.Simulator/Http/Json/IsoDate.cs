using System.Globalization;

namespace Paperspace.Simulator;

/// <summary>Formats dates as both APIs do: ISO 8601, UTC, milliseconds.</summary>
internal static class IsoDate
{
    public static string Format(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? Format(DateTimeOffset? date) => date is { } known ? Format(known) : null;

    /// <summary>Formats an ISO date like the APIs; any other string is unchanged.</summary>
    public static string Normalize(string value) =>
        DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Format(date) : value;
}
