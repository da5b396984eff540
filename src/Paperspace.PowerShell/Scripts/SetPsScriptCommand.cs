using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Changes scripts. Only what is given is changed.</summary>
[Cmdlet(VerbsCommon.Set, "PsScript", DefaultParameterSetName = ScriptSet, SupportsShouldProcess = true)]
[OutputType(typeof(Script))]
public sealed class SetPsScriptCommand : ScriptActionCmdlet
{
    private ScriptUpdateOptions _options = new();

    /// <summary>Gets or sets the new name.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ScriptName")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>Gets or sets the text that runs from now on.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ScriptText")]
    public string? Text { get; set; }

    /// <summary>Gets or sets the file with the text that runs from now on. Not with -Text.</summary>
    [Parameter]
    [Alias("ScriptFile")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>Gets or sets whether machines run it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? IsEnabled { get; set; }

    /// <summary>Gets or sets whether a machine runs it at its first start only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IsRunOnce")]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? RunOnce { get; set; }

    /// <inheritdoc/>
    protected override string ActionText => OptionBinder.Describe(_options);

    /// <inheritdoc/>
    protected override void Require(IPaperspaceClient client) => client.Scripts.Require(ResourceAction.Update);

    /// <inheritdoc/>
    protected override bool PrepareRecord() => TryFill(
        _options = new ScriptUpdateOptions(),
        () =>
        {
            if (Path is not null) _options.Text = ReadFile(Path);
            _options.Validate();
        });

    /// <inheritdoc/>
    private protected override ResourceRequest CreateRequest()
    {
        var options = _options;
        return WithoutOperation((client, id, token) => client.Scripts.UpdateAsync(id, options, token));
    }

    private string ReadFile(string path)
    {
        if (_options.IsSet(nameof(Text)))
            throw PaperspaceException.InvalidRequest(
                "-Text and -Path both say what runs. Use one or the other.",
                nameof(Text),
                nameof(Path));
        return ScriptFile.Read(InvokeEngine(() => ScriptFile.Find(this, path, isLiteral: true))[0]);
    }
}
