namespace Paperspace.PowerShell;

/// <summary>A list price in US dollars: billed by the hour, up to the monthly amount.</summary>
/// <param name="Hourly">The price of an hour; null if unknown.</param>
/// <param name="Monthly">The maximum price of a month; null if unknown.</param>
internal sealed record ListPrice(decimal? Hourly, decimal? Monthly);
