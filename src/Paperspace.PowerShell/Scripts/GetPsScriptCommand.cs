using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Lists the scripts that machines run when they start.</summary>
[Cmdlet(VerbsCommon.Get, "PsScript", DefaultParameterSetName = ScriptSet)]
[OutputType(typeof(Script))]
public sealed class GetPsScriptCommand : GetResourceCmdlet<Script>
{
    private const string ScriptSet = "Script";
    private const string IdSet = "Id";

    private readonly Queue<Script> _withoutText = new();

    /// <summary>Gets or sets the scripts: ids, names, names with wildcards, or scripts.</summary>
    [Parameter(Position = 0, ParameterSetName = ScriptSet, ValueFromPipeline = true)]
    [Alias("Name", "InputObject")]
    [SupportsWildcards]
    [Resource(typeof(ScriptDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Script, ScriptDescriptor>))]
    public ResourceIdentity<Script>[]? Script { get; set; }

    /// <summary>Gets or sets the ids of scripts.</summary>
    [Parameter(ParameterSetName = IdSet, ValueFromPipelineByPropertyName = true)]
    [Alias("ScriptId")]
    [Resource(typeof(ScriptDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Script, ScriptDescriptor>))]
    public ResourceIdentity<Script>[]? Id { get; set; }

    /// <summary>Reads the text of each script too.</summary>
    [Parameter]
    public SwitchParameter IncludeText { get; set; }

    /// <inheritdoc/>
    private protected override ResourceDescriptor<Script> Descriptor => ScriptDescriptor.Instance;

    /// <inheritdoc/>
    protected override IReadOnlyList<ResourceIdentity<Script>>? Targets => ParameterSetName == IdSet ? Id : Script;

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        if (IncludeText) Client.Scripts.Require(ResourceAction.Read);
        await base.ProcessAsync(cancellationToken);
        await SubmitTextsAsync(cancellationToken);
    }

    /// <inheritdoc/>
    protected override async Task FinishAsync(CancellationToken cancellationToken)
    {
        while (_withoutText.Count > 0)
        {
            await SubmitTextsAsync(cancellationToken);
            await DrainAsync(cancellationToken);
        }
    }

    /// <inheritdoc/>
    private protected override bool IsIncomplete(Script listed) => listed.AssignedMachineIds is null;

    /// <inheritdoc/>
    private protected override void Write(Script resource)
    {
        if (IncludeText) _withoutText.Enqueue(resource);
        else base.Write(resource);
    }

    private async Task SubmitTextsAsync(CancellationToken cancellationToken)
    {
        while (_withoutText.Count > 0)
        {
            var script = _withoutText.Dequeue();
            await SubmitAsync(
                (client, token) => client.Scripts.GetTextAsync(script.Id, token),
                script,
                text => WriteWith(script, text),
                cancellationToken);
        }
    }

    private void WriteWith(Script script, string text)
    {
        script.Text = text;
        base.Write(script);
    }
}
