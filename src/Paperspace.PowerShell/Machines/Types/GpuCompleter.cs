namespace Paperspace.PowerShell;

/// <summary>Completes GPUs from the price list.</summary>
public sealed class GpuCompleter : ConstantCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<(string Text, string Tooltip)> Values
    {
        get
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
}
