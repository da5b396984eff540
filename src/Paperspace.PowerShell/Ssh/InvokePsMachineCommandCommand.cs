using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Text;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Runs a command or a script file on machines over SSH, and emits what it writes as it comes.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "PsMachineCommand", SupportsShouldProcess = true, DefaultParameterSetName = CommandSet)]
[OutputType(typeof(MachineOutput), typeof(MachineJob))]
public sealed class InvokePsMachineCommandCommand : SshCmdlet
{
    private const string CommandSet = "Command";
    private const string FileSet = "File";
    private const string IdCommandSet = "IdCommand";
    private const string IdFileSet = "IdFile";
    private const int DefaultThrottleLimit = 50;

    /// <summary>Linux takes no longer argument.</summary>
    private const int MaxCommandBytes = 100_000;

    private const int MaxFileBytes = 64 * 1024 * 1024;
    private const int MaxShownCommand = 60;

    private static readonly Regex VariableName = new("^[A-Za-z_][A-Za-z0-9_]*$", RegexOptions.CultureInvariant);

    private IReadOnlyDictionary<string, string> _environment = new Dictionary<string, string>();
    private RemoteFile? _file;
    private string _description = "";

    /// <summary>Creates the cmdlet.</summary>
    public InvokePsMachineCommandCommand()
    {
        ThrottleLimit = DefaultThrottleLimit;
    }

    /// <summary>Gets or sets the machines: ids, names, names with wildcards, or machines. With machines from the pipeline, a command may
    /// stand in its place.</summary>
    [Parameter(Position = 0, ParameterSetName = CommandSet)]
    [Parameter(Position = 0, ParameterSetName = FileSet)]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Machine { get; set; } = [];

    /// <summary>Gets or sets the machines of the pipeline.</summary>
    [Parameter(ParameterSetName = CommandSet, ValueFromPipeline = true)]
    [Parameter(ParameterSetName = FileSet, ValueFromPipeline = true)]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] InputObject { get; set; } = [];

    /// <summary>Gets or sets the ids of machines.</summary>
    [Parameter(Mandatory = true, ParameterSetName = IdCommandSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = IdFileSet, ValueFromPipelineByPropertyName = true)]
    [Alias("MachineId")]
    [Resource(typeof(MachineDescriptor), IsId = true)]
    [ArgumentCompleter(typeof(ResourceIdCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] Id { get; set; } = [];

    /// <summary>Gets or sets the command, as it would be typed at a shell of the machine.</summary>
    [Parameter(Position = 1, ParameterSetName = CommandSet)]
    [Parameter(Mandatory = true, ParameterSetName = IdCommandSet)]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string Command { get; set; } = "";

    /// <summary>Gets or sets the script file of this computer to run.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FileSet)]
    [Parameter(Mandatory = true, ParameterSetName = IdFileSet)]
    [ValidateNotNullOrEmpty]
    public string FilePath { get; set; } = "";

    /// <summary>Gets or sets the arguments of the script file.</summary>
    [Parameter(ParameterSetName = FileSet)]
    [Parameter(ParameterSetName = IdFileSet)]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string[] ArgumentList { get; set; } = [];

    /// <summary>Gets or sets environment variables for the command. Their values appear in no command line, log or error.</summary>
    [Parameter]
    [ValidateNotNull]
    public IDictionary Environment { get; set; } = new Hashtable();

    /// <summary>Gets or sets how long the command may run on each machine; a number means seconds. Any time without it.</summary>
    [Parameter]
    [Seconds]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Starts machines that are off, and waits until they answer.</summary>
    [Parameter]
    public SwitchParameter Start { get; set; }

    /// <summary>Stops each machine however the command ends, unless detached jobs run on it.</summary>
    [Parameter]
    public SwitchParameter StopAfter { get; set; }

    /// <summary>Lets the command go on without the connection; Receive-PsMachineOutput reads its output.</summary>
    [Parameter]
    public SwitchParameter Detach { get; set; }

    /// <summary>Gets or sets the name of the detached job on each machine; a name with the time without it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(NothingCompleter))]
    public string? JobName { get; set; }

    /// <inheritdoc/>
    private protected override string GetStartAdvice(Machine machine) => "Use -Start to start it.";

    private bool IsFile => ParameterSetName is FileSet or IdFileSet;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        TakeCommand();
        if (Detach && StopAfter)
            throw PaperspaceException.InvalidRequest(
                "-StopAfter would stop the machine under the detached command. To stop it when the job has ended, pipe the job to "
                    + "Receive-PsMachineOutput -Wait -StopAfter, on this computer or another one.",
                nameof(StopAfter),
                nameof(Detach));
        if (Detach && Timeout is not null)
            throw PaperspaceException.InvalidRequest(
                "-Timeout ends a command that is waited for, which -Detach does not. Use the command timeout of the machine instead.",
                nameof(Timeout),
                nameof(Detach));
        if (!Detach && JobName is not null)
            throw PaperspaceException.InvalidRequest("-JobName is the name of a detached job. Use it with -Detach.", nameof(JobName));
        if (JobName is not null) MachineJobName.Validate(JobName);
        if (Timeout <= TimeSpan.Zero) throw PaperspaceException.InvalidRequest("Timeout has to be more than 0.", nameof(Timeout));
        _environment = GetEnvironment();
        _file = IsFile ? ReadFile() : null;
        if (_file is null && !Detach && Encoding.UTF8.GetByteCount(Command) > MaxCommandBytes)
            throw PaperspaceException.InvalidRequest(
                FormattableString.Invariant($"The command has more than {MaxCommandBytes} bytes. Put it in a file, and use -FilePath."),
                nameof(Command));
        _description = Describe();
        // What cannot be quoted is reported before anything is sent.
        _ = CreateScript("x");
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var machine in await FindMachinesAsync(GetMachines(), cancellationToken))
        {
            if (!ShouldProcess(machine.ToString(), GetAction())) continue;
            var jobName = Detach ? JobName ?? MachineJobName.Create(Client.Now) : "";
            var parameters = GetParameters();
            await BeginRunAsync(
                machine, (connector, run, token) => RunAsync(connector, run, parameters, jobName, token), StopAfter, cancellationToken);
        }
    }

    /// <summary>Takes the command from the place of the machines, which come from the pipeline.</summary>
    private void TakeCommand()
    {
        var takesMachines = ParameterSetName is CommandSet or FileSet;
        var isPiped = MyInvocation.ExpectingInput || IsBound(nameof(InputObject));
        if (ParameterSetName == CommandSet && !IsBound(nameof(Command)))
        {
            if (!isPiped || Machine is not [{ Failure: null, Resource: null } text])
                throw PaperspaceException.InvalidRequest(
                    "The command is missing. For example: Invoke-PsMachineCommand train-1 'uptime'", nameof(Command));
            Command = text.Id;
            MyInvocation.BoundParameters.Remove(nameof(Machine));
            Machine = [];
        }

        if (takesMachines && isPiped && Machine.Length > 0)
            throw PaperspaceException.InvalidRequest(
                "Machines are specified with -Machine and come from the pipeline too. Use one or the other.", nameof(Machine));
        if (takesMachines && !isPiped && !IsBound(nameof(Machine)))
            throw PaperspaceException.InvalidRequest(
                "The machine is missing. For example: Invoke-PsMachineCommand train-1 'uptime'", nameof(Machine));
    }

    private ResourceIdentity<Machine>[] GetMachines()
    {
        if (ParameterSetName is IdCommandSet or IdFileSet) return Id;
        return IsBound(nameof(InputObject)) ? InputObject : Machine;
    }

    private string GetAction() =>
        (Start ? "Start if off, and run " : "Run ") + _description + (StopAfter ? ", then stop the machine" : Detach ? ", detached" : "");

    private string Describe()
    {
        if (IsFile) return $"'{System.IO.Path.GetFileName(FilePath)}'";
        var line = Command.Trim().Split('\n')[0].TrimEnd();
        return line.Length > MaxShownCommand || line.Length < Command.Trim().Length
            ? $"'{line.Substring(0, Math.Min(line.Length, MaxShownCommand))}\u2026'"
            : $"'{line}'";
    }

    private async Task RunAsync(
        MachineConnector connector, MachineRun run, SshParameters parameters, string jobName, CancellationToken token)
    {
        var endpoint = await connector.FindAsync(run, Start, Report, token).ConfigureAwait(false);
        var output = new MachineOutputWriter(endpoint.Machine, null, Client, Report, WriteObjects, token);
        var result = await connector.RunAsync(run, CreateScript(jobName), output.Take, Timeout, token).ConfigureAwait(false);
        if (result.IsTimedOut)
            throw new PaperspaceException(
                PaperspaceErrorReason.CommandTimeout,
                $"{_description} did not end on machine {endpoint} within {DisplayText.Duration(Timeout!.Value)}, and was ended.");
        if (result.HasLeftProcess)
            Report(() => WriteWarning(
                $"Machine {endpoint}: the command has ended, but a process that it left in the background may still write. Its output is no "
                    + "longer read. For work that goes on, use -Detach."));
        if (result.FindNote("exists") is not null)
            throw new PaperspaceException(
                PaperspaceErrorReason.JobExists, $"Machine {endpoint} already has a job '{jobName}'.");
        if (result.ExitCode is not 0)
            throw new PaperspaceException(
                PaperspaceErrorReason.CommandFailed,
                FormattableString.Invariant($"{_description} failed on machine {endpoint} with exit code {result.ExitCode}."))
            { ExitCode = result.ExitCode };
        if (result.FindNote("started") is null) return;
        var job = new MachineJob
        {
            JobName = jobName,
            MachineId = endpoint.Machine.Id,
            MachineName = endpoint.Machine.Name,
            StartedAt = Client.Now,
            UserName = parameters.UserName,
            Port = parameters.Port,
            HostName = parameters.HostName,
            IdentityFile = parameters.IdentityFile,
            SshOption = parameters.Options,
        };
        Report(() => WriteObject(job));
    }

    private RemoteScript CreateScript(string jobName)
    {
        if (Detach) return RemoteScript.ForJob(jobName, _file ?? RemoteFile.FromCommand(Command), _environment);
        return _file is null ? RemoteScript.ForCommand(Command, _environment) : RemoteScript.ForFile(_file, _environment);
    }

    private RemoteFile ReadFile()
    {
        var path = GetFile(FilePath, nameof(FilePath));
        try
        {
            var length = new FileInfo(path).Length;
            return length <= MaxFileBytes
                ? new RemoteFile(System.IO.Path.GetFileName(path), File.ReadAllBytes(path), ArgumentList)
                : throw PaperspaceException.InvalidRequest(
                    $"'{path}' is too large for a script. Copy it with Copy-PsMachineItem.", nameof(FilePath));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw PaperspaceException.InvalidRequest($"'{path}' cannot be read: {failure.Message}", nameof(FilePath));
        }
    }

    private Dictionary<string, string> GetEnvironment()
    {
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (DictionaryEntry variable in Environment)
        {
            var name = Convert.ToString(variable.Key, CultureInfo.InvariantCulture) ?? "";
            if (!VariableName.IsMatch(name))
                throw PaperspaceException.InvalidRequest(
                    $"'{name}' is not the name of an environment variable: use letters, digits and '_'.", nameof(Environment));
            variables[name] = Convert.ToString(DisplayValue.Unwrap(variable.Value), CultureInfo.InvariantCulture) ?? "";
        }

        return variables;
    }
}
