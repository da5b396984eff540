namespace Paperspace.PowerShell;

/// <summary>Completes GPUs from the price list.</summary>
internal sealed class GpuCompleter() : KnownValueCompleter(GetGpus)
{
    private static IEnumerable<(string Text, string Tooltip)> GetGpus()
    {
        try
        {
            return [.. PriceList.Current.MachineTypes.Select(type => type.Gpu).OfType<string>().Distinct().Select(gpu => (gpu, gpu))];
        }
        catch (PaperspaceException)
        {
            return [];
        }
    }
}
