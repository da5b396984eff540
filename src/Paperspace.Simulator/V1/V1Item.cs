namespace Paperspace.Simulator.V1;

/// <summary>Holds a resource together with the request that shows it.</summary>
internal readonly record struct V1Item<T>(T Value, V1Request Request)
{
    public DateTimeOffset Now => Request.Now;

    public string Region(string code) => V1Regions.Name(code, Request.Options);

    /// <summary>Returns the JSON of a size in bytes.</summary>
    public string Size(long bytes)
    {
        var number = bytes.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Request.Options.SizesAreNumbers ? number : $"\"{number}\"";
    }
}
