using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on scripts.</summary>
public abstract class ScriptActionCmdlet : ResourceActionCmdlet<Script>
{
    /// <summary>Gets or sets the scripts: names, with wildcards, ids, scripts, or anything with a ScriptId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ScriptId", "InputObject")]
    [Resource(typeof(ScriptDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Script, ScriptDescriptor>))]
    public ResourceIdentity<Script>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Script>> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Script> Descriptor => ScriptDescriptor.Instance;
}
