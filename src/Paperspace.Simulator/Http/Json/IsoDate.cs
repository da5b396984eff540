using System.Globalization;

namespace Paperspace.Simulator;

/// <summary>Writes dates as both APIs do: ISO 8601, UTC, milliseconds.</summary>
internal static class IsoDate
{
    public static string Text(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? date) => date is { } known ? Text(known) : null;

    /// <summary>Returns the APIs' text for a date in any ISO form; what is no date stays as it is.</summary>
    public static string Normalize(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Text(date) : text;
}
