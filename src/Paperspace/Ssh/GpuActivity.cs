namespace Paperspace;

/// <summary>Describes the current activity of one GPU of a machine.</summary>
public sealed class GpuActivity
{
    /// <summary>Gets or sets the number of the GPU on its machine, from 0.</summary>
    public int Index { get; set; }

    /// <summary>Gets or sets the model, such as <c>Quadro P4000</c>.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// Gets or sets the utilization in percent, the highest of the driver's recent samples; null if the driver does not
    /// report it.
    /// </summary>
    public int? Utilization { get; set; }

    /// <summary>Gets or sets the used memory in bytes; null if the driver does not report it.</summary>
    public long? MemoryUsed { get; set; }

    /// <summary>Gets or sets the memory in bytes; null if the driver does not report it.</summary>
    public long? MemoryTotal { get; set; }

    /// <inheritdoc/>
    public override string ToString() => $"GPU {Index}{(Name is null ? "" : $" ({Name})")}";
}
