namespace Paperspace.PowerShell;

/// <summary>Holds a list price in US dollars: billed by the hour, up to the monthly amount.</summary>
/// <param name="Hourly">The price of an hour; null if unknown.</param>
/// <param name="Monthly">The most that a month costs; null if unknown.</param>
internal sealed record ListPrice(decimal? Hourly, decimal? Monthly);
