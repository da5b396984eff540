using System.Management.Automation;

namespace Paperspace.PowerShell;

/// <summary>Creates scripts that machines run when they start.</summary>
[Cmdlet(VerbsCommon.New, "PsScript", SupportsShouldProcess = true, DefaultParameterSetName = TextSet)]
[OutputType(typeof(Script))]
public sealed class NewPsScriptCommand : AccountCmdlet
{
    private const string Action = "Create script";
    private const string TextSet = "Text";
    private const string PathSet = "Path";
    private const string LiteralPathSet = "LiteralPath";

    private readonly ResourceParameter<Machine> _machines;
    private readonly List<string> _lines = [];
    private string? _machineId;
    private ScriptCreateOptions _optionsOfLines = new();
    private bool _hasProcessed;

    /// <summary>Creates the cmdlet.</summary>
    public NewPsScriptCommand()
    {
        _machines = new(this, MachineDescriptor.Instance, nameof(Machine));
    }

    /// <summary>Gets or sets the name; that of the file without its extension, where the text is from one.</summary>
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("ScriptName")]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? Name { get; set; }

    /// <summary>Gets or sets the text that runs.</summary>
    [Parameter(Position = 1, ParameterSetName = TextSet, ValueFromPipelineByPropertyName = true)]
    [Alias("Script", "ScriptText")]
    public string? Text { get; set; }

    /// <summary>Gets or sets the files with the texts, with wildcards: a script of each.</summary>
    [Parameter(Mandatory = true, ParameterSetName = PathSet)]
    [Alias("ScriptFile")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Gets or sets the files with the texts, by their names as they are.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LiteralPathSet)]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Gets or sets what comes down the pipeline: the lines of one text, files with a text each, or rows with a Name and a
    /// Text.</summary>
    [Parameter(ParameterSetName = TextSet, ValueFromPipeline = true)]
    [AllowNull]
    [AllowEmptyString]
    public PSObject? InputObject { get; set; }

    /// <summary>Gets or sets a description. Core only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ScriptDescription")]
    public string? Description { get; set; }

    /// <summary>Gets or sets whether machines run it; they do without it. Core only; on V1, Set-PsScript disables it once it is
    /// created.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [BooleanTransformation]
    [ArgumentCompleter(typeof(BooleanCompleter))]
    public bool? IsEnabled { get; set; }

    /// <summary>Runs it at the first start of a machine only, not at each.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("IsRunOnce")]
    [SwitchTransformation]
    public SwitchParameter RunOnce { get; set; }

    /// <summary>Gets or sets the machine that runs it: its name or id, or the machine itself.</summary>
    [Parameter]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsSingle = true)]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>? Machine { get; set; }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        Client.Scripts.Require(ResourceAction.Create);
        _hasProcessed = true;
        _machineId ??= (await _machines.FindAsync(Client, Machine, takesRow: false, cancellationToken))?.Id;
        if (ParameterSetName == TextSet && !MyInvocation.ExpectingInput)
        {
            await CreateAsync(() => Text, null, cancellationToken);
            return;
        }

        if (ParameterSetName != TextSet)
        {
            foreach (var path in ParameterSetName == PathSet ? Path : LiteralPath)
                await CreateFromPathAsync(path, ParameterSetName == LiteralPathSet, cancellationToken);
            return;
        }

        switch (InputObject?.BaseObject)
        {
            case FileInfo file:
                await CreateFromPathAsync(file.FullName, isLiteral: true, cancellationToken);
                break;
            case string line when !IsGiven(nameof(Text)):
                // A script is made of all lines, with the settings that the command line gave.
                _lines.Add(line);
                _optionsOfLines = Fill();
                break;
            case not (null or string) when !IsGiven(nameof(Text)) && !string.IsNullOrEmpty(Text):
                await CreateAsync(() => Text, null, cancellationToken);
                break;
            default:
                WriteFailure(
                    PaperspaceException.InvalidRequest(
                        "What came down the pipeline is no text of a script: give lines of text, files, or objects with a Text property; "
                            + "and "
                            + "-Text without a pipeline.",
                        nameof(InputObject)),
                    InputObject ?? (object)"");
                break;
        }
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_lines.Count > 0) await CreateAsync(_optionsOfLines, () => string.Join("\n", _lines), null, cancellationToken);
        else if (!_hasProcessed && Name is { Length: > 0 })
            WriteFailure(
                PaperspaceException.InvalidRequest(
                    $"Nothing came down the pipeline for the script '{Name}': it is not created.",
                    nameof(InputObject)),
                Name);
        await base.EndAsync(cancellationToken);
    }

    private async Task CreateFromPathAsync(string path, bool isLiteral, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> files;
        try
        {
            files = InvokeEngine(() => ScriptFile.Find(this, path, isLiteral));
        }
        catch (PaperspaceException unreadable)
        {
            WriteFailure(unreadable, path);
            return;
        }

        foreach (var file in files) await CreateAsync(() => ScriptFile.Read(file), file, cancellationToken);
    }

    private Task CreateAsync(Func<string?> readText, string? file, CancellationToken cancellationToken) =>
        CreateAsync(Fill(), readText, file, cancellationToken);

    private async Task CreateAsync(ScriptCreateOptions options, Func<string?> readText, string? file, CancellationToken cancellationToken)
    {
        if (file is not null) options.FileName = System.IO.Path.GetFileName(file);
        // What comes down the pipeline as a file has a name that is the file's own.
        if (file is not null && !IsGiven(nameof(Name))) options.Name = System.IO.Path.GetFileNameWithoutExtension(file);
        var scripts = Client.Scripts;
        try
        {
            options.Text = readText();
            if (_machineId is not null) options.MachineId = _machineId;
            scripts.Validate(options);
        }
        catch (PaperspaceException broken)
        {
            WriteFailure(broken, file ?? options.Name ?? "");
            return;
        }

        if (!ShouldProcess(options.Name!, file is null ? Action : $"{Action} from '{file}'")) return;
        if (ScriptText.HasWindowsLineEnds(options.Text!))
            WriteWarning(
                $"The script '{options.Name}' begins with #! and has the line ends of Windows: Linux looks for an interpreter whose name "
                    + "ends "
                    + "with a carriage return, and finds none.");
        await SubmitChangeAsync(
            Action,
            (client, change, token) => change.SendAsync(client.Now, () => client.Scripts.CreateAsync(options, token), script => script.Id),
            options.Name!,
            options.Name!,
            (script, _) => WriteObject(script),
            cancellationToken);
    }

    private ScriptCreateOptions Fill() => OptionBinder.Fill(new ScriptCreateOptions(), this, takesRow: true, nameof(Text), nameof(Machine));
}
