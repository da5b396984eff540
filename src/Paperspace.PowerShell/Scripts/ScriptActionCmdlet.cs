using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on scripts.</summary>
public abstract class ScriptActionCmdlet : ResourceActionCmdlet<Script>
{
    private protected const string ScriptSet = "Script";
    private protected const string IdSet = "Id";

    /// <summary>Gets or sets the scripts: ids, names, names with wildcards, or scripts.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = ScriptSet, ValueFromPipeline = true)]
    [Alias("InputObject")]
    [SupportsWildcards]
    [Resource(typeof(ScriptDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Script, ScriptDescriptor>))]
    public ResourceIdentity<Script>[] Script { get; set; } = [];

    /// <summary>Gets or sets the ids of scripts.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("ScriptId")]
    [Resource(typeof(ScriptDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Script, ScriptDescriptor>))]
    public ResourceIdentity<Script>[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Script>> Targets => ParameterSetName == IdSet ? Id : Script;

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Script> Descriptor => ScriptDescriptor.Instance;
}
