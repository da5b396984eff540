using System.Globalization;

namespace Paperspace.Simulator;

/// <summary>Dates as the API writes them: ISO 8601, UTC, milliseconds.</summary>
internal static class WireDate
{
    public static string Text(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? Text(DateTimeOffset? date) => date is { } known ? Text(known) : null;

    /// <summary>The API's text for a date given in any ISO form; what is no date stays as it is.</summary>
    public static string Normalise(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? Text(date) : text;
}
