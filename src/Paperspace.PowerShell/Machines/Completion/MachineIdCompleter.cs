namespace Paperspace.PowerShell;

/// <summary>Completes ids of machines.</summary>
public sealed class MachineIdCompleter : ResourceCompleter<Machine>
{
    /// <summary>Creates a completer.</summary>
    public MachineIdCompleter()
        : base(MachineCache.Instance)
    {
    }

    /// <inheritdoc/>
    protected override (string Text, string Tooltip) Describe(Machine resource) => (resource.Id, resource.Summarize());
}
