namespace Paperspace.Simulator;

/// <summary>Defines the prices of storage: 50 GB is documented, 7.00 was recorded without a size, the rest is extrapolated.</summary>
internal static class StorageRates
{
    /// <summary>Returns the price per month of a size in GB, in US dollars.</summary>
    public static decimal Monthly(int size) => size switch
    {
        <= 50 => 5.00m,
        <= 100 => 7.00m,
        <= 250 => 10.00m,
        <= 500 => 20.00m,
        <= 1000 => 40.00m,
        _ => 80.00m,
    };
}
