namespace Paperspace.PowerShell;

/// <summary>Completes names of machines.</summary>
public sealed class MachineNameCompleter : ResourceCompleter<Machine>
{
    /// <summary>Creates a completer.</summary>
    public MachineNameCompleter()
        : base(MachineCache.Instance)
    {
    }

    /// <inheritdoc/>
    protected override bool IsPattern => true;

    /// <inheritdoc/>
    protected override (string Text, string Tooltip) Describe(Machine resource) => (resource.Name ?? "", resource.Summarize());
}
