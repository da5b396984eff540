namespace Paperspace.Simulator;

/// <summary>What storage costs: 50 GB is documented, "7.00" was recorded without its size, the rest follows from those two.</summary>
internal static class StorageRate
{
    /// <summary>Dollars a month, as text, for a size in GB.</summary>
    public static string Monthly(int size) => size switch
    {
        <= 50 => "5.00",
        <= 100 => "7.00",
        <= 250 => "10.00",
        <= 500 => "20.00",
        <= 1000 => "40.00",
        _ => "80.00",
    };
}
