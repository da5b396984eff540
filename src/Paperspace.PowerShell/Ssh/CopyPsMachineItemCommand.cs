using System.Globalization;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Paperspace.PowerShell;

/// <summary>Copies files to or from machines with the <c>scp</c> of this computer.</summary>
[Cmdlet(VerbsCommon.Copy, "PsMachineItem", SupportsShouldProcess = true, DefaultParameterSetName = ToSet)]
[OutputType(typeof(void))]
public sealed class CopyPsMachineItemCommand : SshCmdlet
{
    private const string ToSet = "To";
    private const string FromSet = "From";

    /// <summary>A machine and a path, as scp takes them; a single letter is a drive.</summary>
    private static readonly Regex MachinePath = new(@"^([^/\\:]{2,}):(.*)$", RegexOptions.CultureInvariant | RegexOptions.Singleline);

    private readonly List<string> _paths = [];
    private readonly MachineFolders _folders = new();
    private ProgressBar? _progress;
    private bool _isAtTerminal;
    private int _total;
    private int _copied;

    /// <summary>Gets or sets what to copy, with wildcards: paths of this computer, or with -FromMachine of the machine.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("FullName", "PSPath")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Gets or sets where to: a path of the machine, or with -FromMachine a folder of this computer, which is created if it does
    /// not exist.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [ValidateNotNullOrEmpty]
    public string Destination { get; set; } = "";

    /// <summary>Gets or sets the machines to copy to.</summary>
    [Parameter(ParameterSetName = ToSet)]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] ToMachine { get; set; } = [];

    /// <summary>Gets or sets the machines to copy from; with several, each gets a folder of its name in the destination.</summary>
    [Parameter(Mandatory = true, ParameterSetName = FromSet)]
    [SupportsWildcards]
    [Resource(typeof(MachineDescriptor))]
    [ArgumentCompleter(typeof(ResourceCompleter<Machine, MachineDescriptor>))]
    public ResourceIdentity<Machine>[] FromMachine { get; set; } = [];

    /// <summary>Copies folders with what is in them.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    private bool IsUpload => ParameterSetName == ToSet;

    /// <inheritdoc/>
    protected override Task BeginAsync(CancellationToken cancellationToken)
    {
        if (IsUpload && !IsBound(nameof(ToMachine))) throw WithoutMachine();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override Task ProcessAsync(CancellationToken cancellationToken)
    {
        foreach (var path in Path)
            if (!IsUpload) _paths.Add(path);
            else _paths.AddRange(FindFiles(path));
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    protected override async Task EndAsync(CancellationToken cancellationToken)
    {
        if (_paths.Count > 0)
        {
            var machines = await FindMachinesAsync(IsUpload ? ToMachine : FromMachine, cancellationToken);
            if (RemotePath.HasControlCharacter(Destination))
                throw PaperspaceException.InvalidRequest("-Destination contains a null character.", nameof(Destination));
            _total = machines.Count;
            _isAtTerminal = _total == 1 && ShowsProgress();
            using (_progress = new ProgressBar(this, IsUpload ? "Copying to machines" : "Copying from machines"))
            {
                foreach (var machine in machines)
                    if (ShouldProcess(machine.ToString(), Describe()))
                        await BeginRunAsync(machine, RunAsync, stops: false, cancellationToken);
                await FinishRunsAsync(cancellationToken);
            }
        }

        await base.EndAsync(cancellationToken);
    }

    private string Describe()
    {
        var what = _paths.Count == 1 ? $"'{_paths[0]}'" : FormattableString.Invariant($"{_paths.Count} items");
        return $"Copy {what} {(IsUpload ? "to" : "from it to")} '{Destination}'";
    }

    /// <summary>Returns the error for a missing machine, with the command that another notation, as that of scp, means.</summary>
    private PaperspaceException WithoutMachine()
    {
        const string Usage = "Specify the machine with -ToMachine or -FromMachine.";
        var path = IsBound(nameof(Path)) ? Path : [];
        var message = Usage;
        if (MachinePath.Match(Destination) is { Success: true } to)
            message = $"{Usage} For '{Destination}': Copy-PsMachineItem {string.Join(", ", path)} {Target(to)} -ToMachine {to.Groups[1].Value}";
        else if (path.Length == 1 && MachinePath.Match(path[0]) is { Success: true } from)
            message = $"{Usage} For '{path[0]}': Copy-PsMachineItem {Target(from)} {Destination} -FromMachine {from.Groups[1].Value}";
        return PaperspaceException.InvalidRequest(message, nameof(ToMachine), nameof(FromMachine));

        static string Target(Match path) => path.Groups[2].Length == 0 ? "." : path.Groups[2].Value;
    }

    private async Task RunAsync(MachineConnector connector, MachineRun run, CancellationToken token)
    {
        var endpoint = await connector.FindAsync(run, starts: false, Report, token).ConfigureAwait(false);
        var scp = await ScpProgram.FindAsync(connector.Ssh, token).ConfigureAwait(false);
        var (sources, target) = IsUpload
            ? (_paths, scp.GetTarget(endpoint.Host, Destination))
            : (_paths.Select(path => scp.GetSource(endpoint.Host, path)), GetLocalTarget(endpoint.Machine));
        var until = Client.Now + endpoint.ConnectTimeout;
        if (_isAtTerminal) run.Status = null;
        else connector.SetStatus(run, IsUpload ? "Copying to" : "Copying from", "copying", null);
        while (true)
        {
            var (exitCode, messages) = await scp.RunAsync(endpoint, [.. sources], target, Recurse, _isAtTerminal, token)
                .ConfigureAwait(false);
            if (exitCode == 0) break;
            var hint = !Recurse && messages.Any(message => message.IndexOf("not a regular file", StringComparison.Ordinal) >= 0)
                ? " Use -Recurse to copy folders."
                : "";
            if (!SshFailures.IsOfConnection(messages))
                throw new PaperspaceException(
                    PaperspaceErrorReason.CopyFailed,
                    $"Not everything was copied {(IsUpload ? "to" : "from")} machine {endpoint}. scp: {SshFailures.Quote(messages, exitCode)}{hint}");
            if (!SshFailures.IsTransient(endpoint, messages) || Client.Now >= until)
                throw SshFailures.NotConnected(endpoint, messages, exitCode);
            await Client.DelayAsync(TimeSpan.FromSeconds(2), token).ConfigureAwait(false);
        }

        Report(() => _progress!.Write(FormattableString.Invariant($"{++_copied} of {_total} machines"), 100 * _copied / _total));
    }

    private string GetLocalTarget(Machine machine)
    {
        var folder = GetPath(Destination, nameof(Destination));
        var own = _total == 1 ? folder : System.IO.Path.Combine(folder, _folders.GetName(machine));
        try
        {
            return Directory.CreateDirectory(own).FullName;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new PaperspaceException(
                PaperspaceErrorReason.CopyFailed, $"The folder '{own}' cannot be created: {failure.Message}", failure);
        }
    }

    private IReadOnlyList<string> FindFiles(string path)
    {
        IReadOnlyList<string> found = [];
        try
        {
            found = InvokeEngine(() => FindLocal(path));
            if (found.Count == 0) throw PaperspaceException.InvalidRequest($"There is no file or folder '{path}'.", nameof(Path));
            if (!Recurse && found.FirstOrDefault(Directory.Exists) is { } folder)
                throw PaperspaceException.InvalidRequest($"'{folder}' is a folder. Use -Recurse to copy it.", nameof(Path));
            return found;
        }
        catch (PaperspaceException failure)
        {
            WriteFailure(failure, path);
            return [];
        }
    }

    private IReadOnlyList<string> FindLocal(string path)
    {
        if (LocalPath.IsExact(path)) return [path];
        try
        {
            var literal = SessionState.Path.GetUnresolvedProviderPathFromPSPath(path, out var provider, out _);
            if (provider.Name != "FileSystem")
                throw PaperspaceException.InvalidRequest($"'{path}' is not a path of the file system.", nameof(Path));
            if (File.Exists(literal) || Directory.Exists(literal)) return [literal];
            return [.. SessionState.Path.GetResolvedProviderPathFromPSPath(path, out _)];
        }
        catch (Exception failure) when (failure is RuntimeException or ArgumentException)
        {
            return [];
        }
    }

    /// <summary>Returns whether scp shows its progress at the terminal that this is.</summary>
    private bool ShowsProgress() => InvokeEngine(() =>
        Host.Name == "ConsoleHost"
#pragma warning disable RS0030 // Nothing else tells that the console host writes to no terminal.
        && !Console.IsOutputRedirected
#pragma warning restore RS0030
        && !string.Equals(
            Convert.ToString(SessionState.PSVariable.GetValue("ProgressPreference"), CultureInfo.InvariantCulture),
            nameof(ActionPreference.SilentlyContinue),
            StringComparison.OrdinalIgnoreCase));
}
