using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Provides the base of the cmdlets that act on scripts.</summary>
public abstract class ScriptActionCmdlet : ResourceActionCmdlet<Script, ScriptIdentity>
{
    /// <summary>Gets or sets the scripts: names, with wildcards, ids, scripts, or anything with a ScriptId property.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("ScriptId", "InputObject")]
    [ScriptIdentityTransformation]
    [ArgumentCompleter(typeof(ScriptCompleter))]
    public ScriptIdentity[] Id { get; set; } = [];

    /// <inheritdoc/>
    protected override IReadOnlyList<ScriptIdentity> Targets => Id;

    /// <inheritdoc/>
    private protected override ResourceKind<Script, ScriptIdentity>? Kind => ScriptKind.Instance;

    /// <inheritdoc/>
    protected override Task<Script> ReadAsync(IPaperspaceClient client, ScriptIdentity target, CancellationToken cancellationToken) =>
        client.Scripts.GetAsync(target.Id, cancellationToken);
}
